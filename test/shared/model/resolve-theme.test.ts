import { expect, it } from 'vitest';

import { resolveTheme } from '../../../shared/model/resolve-theme.ts';

it.each([
  [false, false, 'dark'],
  [true, false, 'light'],
  [false, true, 'contrast-dark'],
  [true, true, 'contrast-light'],
])('follows the system (light %s, more contrast %s) with %s', (isLight, hasMoreContrast, palette) => {
  expect(resolveTheme('system', { isLight, hasMoreContrast })).toBe(palette);
});

it('keeps to a palette that was chosen, whatever the system asks for', () => {
  expect(resolveTheme('light', { isLight: false, hasMoreContrast: true })).toBe('light');
  expect(resolveTheme('contrast-dark', { isLight: true, hasMoreContrast: false })).toBe('contrast-dark');
});
