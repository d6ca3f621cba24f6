import { BrowserWindow, screen } from 'electron';

import type { WindowStore } from '../../shared/ports/window-store.ts';
import { pageOrigin } from './app-protocol.ts';
import { keepWindowPlace } from './keep-window-place.ts';
import { safePreferences } from './safe-preferences.ts';
import { leastSize, placeOnDisplays } from './window-place.ts';

export type WindowOptions = {
  /** Path of the script that gives the page its bridge. */
  readonly preload: string;
  readonly store: WindowStore;
  /** Seen until the page paints. */
  readonly backgroundColor: string;
  readonly onClosed: () => void;
};

/**
 * Opens the window where it was left. Its page has no Node, no Electron, and a world of its own apart from the preload
 * script.
 */
export async function createWindow({
  preload,
  store,
  backgroundColor,
  onClosed,
}: WindowOptions): Promise<void> {
  const left = store.loadPlace();
  const window = new BrowserWindow({
    ...placeOnDisplays(left, workAreas()),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    // Said to be false, macOS would never let it become so.
    ...(left?.isFullScreen === true ? { fullscreen: true } : {}),
    show: false,
    title: 'Refund Workbench',
    backgroundColor,
    webPreferences: { preload, ...safePreferences },
  });
  keepWindowPlace(window, store);
  window.once('closed', onClosed);
  window.once('ready-to-show', () => {
    // Before the page has painted, this would show it.
    if (left?.isMaximized === true) window.maximize();
    window.show();
  });
  await window.loadURL(`${pageOrigin}/`);
}

function workAreas(): readonly Electron.Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
