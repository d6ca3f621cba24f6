import { BrowserWindow } from 'electron';

import { pageOrigin } from './app-protocol.ts';
import { safePreferences } from './safe-preferences.ts';

/** Opens the window. Its page has no Node, no Electron, and a world of its own apart from the preload script. */
export async function createWindow(preload: string): Promise<void> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Refund Workbench',
    webPreferences: { preload, ...safePreferences },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${pageOrigin}/`);
}
