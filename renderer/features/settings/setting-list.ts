import { defaultSettings, type Settings, settingLimits, type Theme } from '../../../shared/model/settings.ts';
import { hasEveryWord } from './has-every-word.ts';

type Option<Value extends string> = { readonly value: Value; readonly title: string };

/** How a setting is set. */
export type SettingControl =
  | { readonly kind: 'switch'; readonly label: string }
  | { readonly kind: 'choice'; readonly options: readonly Option<string>[] }
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly least: number;
      readonly most: number;
      readonly step: number;
    };

export type Setting = {
  readonly name: keyof Settings;
  readonly group: 'Appearance' | 'Editor' | 'Sending' | 'Window';
  readonly title: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** Words that people look for and that stand nowhere else in it. */
  readonly words: string;
  readonly control: SettingControl;
};

const themeTitles: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  dark: 'Dark',
  light: 'Light',
  'contrast-dark': 'High contrast, dark',
  'contrast-light': 'High contrast, light',
};

const motionTitles: Readonly<Record<Settings['reducedMotion'], string>> = {
  system: 'As the system',
  always: 'Always still',
};

const options = <Value extends string>(titles: Readonly<Record<Value, string>>): readonly Option<Value>[] =>
  Object.entries<string>(titles).map(([value, title]) => ({ value: value as Value, title }));

/** Every setting, in the order it is shown; those of a group follow each other. */
export const settingList: readonly Setting[] = [
  {
    name: 'theme',
    group: 'Appearance',
    title: 'Colours',
    does: 'The colours of the window; “As the system” also follows its wish for more contrast.',
    words: 'theme color scheme dark mode light night day accessibility',
    control: { kind: 'choice', options: options(themeTitles) },
  },
  {
    name: 'zoom',
    group: 'Appearance',
    title: 'Zoom',
    does: 'The size of everything in the window; Ctrl\u00a0+ and Ctrl\u00a0- change it, Ctrl\u00a00 sets it back.',
    words: 'scale magnify large small size accessibility',
    control: { kind: 'number', unit: '%', step: 10, ...settingLimits.zoom },
  },
  {
    name: 'reducedMotion',
    group: 'Appearance',
    title: 'Motion',
    does: 'Whether anything in the window may move by itself.',
    words: 'animation transition reduced calm accessibility',
    control: { kind: 'choice', options: options(motionTitles) },
  },
  {
    name: 'editorFontSize',
    group: 'Editor',
    title: 'Size of the letters',
    does: 'The size of the letters in the editors, before zoom.',
    words: 'font text monospace pixels px',
    control: { kind: 'number', unit: 'px', step: 0.5, ...settingLimits.editorFontSize },
  },
  {
    name: 'wordWrap',
    group: 'Editor',
    title: 'Long lines',
    does: 'Lines that are wider than the editor go on in the next row instead of out of sight.',
    words: 'word wrap break scroll',
    control: { kind: 'switch', label: 'Wrap long lines' },
  },
  {
    name: 'tabLeavesEditor',
    group: 'Editor',
    title: 'Tab key',
    does: 'The Tab key moves on to the next control instead of writing blanks; Ctrl\u00a0M changes it for the moment.',
    words: 'keyboard focus mode indent trap accessibility',
    control: { kind: 'switch', label: 'Tab leaves the editor' },
  },
  {
    name: 'timeoutSeconds',
    group: 'Sending',
    title: 'Time-out',
    does: 'How long a request may take before it is given up; a refund whose answer did not come counts as unknown, never as failed.',
    words: 'timeout wait seconds limit patience',
    control: { kind: 'number', unit: 'seconds', step: 1, ...settingLimits.timeoutSeconds },
  },
  {
    name: 'catalogBeside',
    group: 'Window',
    title: 'Error catalog',
    does: 'The documented answers of the API stand beside the answer that came.',
    words: 'pane documentation codes layout response',
    control: { kind: 'switch', label: 'Show it beside the answer' },
  },
  {
    name: 'restoresTabs',
    group: 'Window',
    title: 'Tabs of the last time',
    does: 'They are opened again at the start; without it only the pinned ones, and those with edits that are saved nowhere.',
    words: 'restore session drafts reopen start',
    control: { kind: 'switch', label: 'Open them at the start' },
  },
];

/** Whether every word of a query stands somewhere in a setting. */
export function settingMatches({ group, title, does, words, control }: Setting, query: string): boolean {
  const shown = control.kind === 'choice' ? control.options.map((option) => option.title).join(' ') : '';
  const label = control.kind === 'switch' ? control.label : '';
  return hasEveryWord(`${group} ${title} ${does} ${words} ${shown} ${label}`, query);
}

/** A value in words: `On`, `60 seconds`, `As the system`. */
export function settingValue({ name, control }: Setting, settings: Settings = defaultSettings): string {
  const value = settings[name];
  switch (control.kind) {
    case 'switch':
      return value === true ? 'On' : 'Off';
    case 'choice':
      return control.options.find((option) => option.value === value)?.title ?? String(value);
    case 'number':
      return `${value} ${control.unit}`;
  }
}
