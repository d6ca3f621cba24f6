import type { Theme } from './settings.ts';

/** What the operating system asks for. */
export type SystemWish = { readonly isLight: boolean; readonly hasMoreContrast: boolean };

/** The palette that is shown: the one that was chosen, else what the system asks for. */
export function resolveTheme(
  theme: Theme,
  { isLight, hasMoreContrast }: SystemWish,
): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  const plain = isLight ? 'light' : 'dark';
  return hasMoreContrast ? `contrast-${plain}` : plain;
}
