import type { Theme } from '../../shared/model/settings.ts';

/** The ground of each palette, as in the style sheet of the page: what a window shows before its page paints. */
export const groundColors: Readonly<Record<Exclude<Theme, 'system'>, string>> = {
  dark: '#16181d',
  light: '#f6f7f9',
  'contrast-dark': '#000000',
  'contrast-light': '#ffffff',
};
