import type { EditorSettings } from './editor-settings.ts';

/** What people set, in Monaco's words. */
export function settingsOptions({ fontSize, wordWrap }: EditorSettings): {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly wordWrap: 'on' | 'off';
} {
  return {
    fontSize,
    lineHeight: Math.round(fontSize * 1.6),
    wordWrap: wordWrap ? 'on' : 'off',
  };
}
