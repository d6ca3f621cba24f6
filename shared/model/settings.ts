import type { Problem } from './problem.ts';

/** `system` follows the operating system, also where that asks for more contrast. */
export const themes = ['system', 'dark', 'light', 'contrast-dark', 'contrast-light'] as const;

export type Theme = (typeof themes)[number];

/** What a person set for this machine. */
export type Settings = {
  readonly theme: Theme;
  /** Size of everything in the window, in per cent. */
  readonly zoom: number;
  /** Size of the letters in the editors at 100 % zoom, in CSS pixels. */
  readonly editorFontSize: number;
  readonly wordWrap: boolean;
  /** Whether the Tab key moves on from an editor instead of writing blanks. */
  readonly tabLeavesEditor: boolean;
  /** `always` keeps everything still, whatever the system says. */
  readonly reducedMotion: 'system' | 'always';
  /** Seconds until a request is given up. */
  readonly timeoutSeconds: number;
  /** Whether the documented answers stand beside an answer. */
  readonly catalogBeside: boolean;
  /** Whether the tabs of the last time are opened at the start; pinned ones and edits that are saved nowhere always are. */
  readonly restoresTabs: boolean;
};

/** The settings of the last time, or the defaults; `problem` says why they could not be had. */
export type LoadedSettings = { readonly settings: Settings; readonly problem: Problem | null };

export const defaultSettings: Settings = {
  theme: 'system',
  zoom: 100,
  editorFontSize: 12.5,
  wordWrap: true,
  tabLeavesEditor: false,
  reducedMotion: 'system',
  timeoutSeconds: 60,
  catalogBeside: true,
  restoresTabs: true,
};

/** The least and the most that the settings with a number take. */
export const settingLimits = {
  zoom: { least: 50, most: 200 },
  editorFontSize: { least: 8, most: 32 },
  timeoutSeconds: { least: 1, most: 3600 },
} as const;
