import { BrowserWindow, nativeTheme } from 'electron';

import { resolveTheme } from '../../shared/model/resolve-theme.ts';
import type { Theme } from '../../shared/model/settings.ts';
import type { Workbench } from '../core/create-workbench.ts';
import { groundColors } from './ground-colors.ts';

/** What Electron calls the themes: it knows no palette of more contrast, and the page shows those itself. */
const sources = {
  system: 'system',
  dark: 'dark',
  light: 'light',
  'contrast-dark': 'dark',
  'contrast-light': 'light',
} as const satisfies Record<Theme, Electron.NativeTheme['themeSource']>;

/**
 * Lets frames, menus, dialogs and what the page is told of the system follow the setting, and the ground of every window
 * with them. Gives the ground for a window that opens now.
 */
export async function followTheme({ handlers, listen }: Workbench): Promise<() => string> {
  let { theme } = (await handlers['settings.load'](null)).settings;
  const ground = (): string => {
    const { shouldUseDarkColors, shouldUseHighContrastColors } = nativeTheme;
    const wish = { isLight: !shouldUseDarkColors, hasMoreContrast: shouldUseHighContrastColors };
    return groundColors[resolveTheme(theme, wish)];
  };
  const paint = (): void => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(ground());
  };
  nativeTheme.themeSource = sources[theme];
  nativeTheme.on('updated', paint);
  listen((event) => {
    if (event.name !== 'settings.changed' || event.settings.theme === theme) return;
    theme = event.settings.theme;
    nativeTheme.themeSource = sources[theme];
    paint();
  });
  return ground;
}
