import type { BrowserWindow } from 'electron';

import type { WindowPlace } from '../../shared/model/window-place.ts';
import type { WindowStore } from '../../shared/ports/window-store.ts';

/** How long a window has to stand still before its place is kept, in milliseconds. */
const stillness = 500;

/** Keeps where a window is and how large, a moment after it was moved and when it is closed. */
export function keepWindowPlace(window: BrowserWindow, { savePlace }: Pick<WindowStore, 'savePlace'>): void {
  let place: WindowPlace | null = null;
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (place !== null) savePlace(place);
    place = null;
  };
  const look = (): void => {
    place = placeOf(window);
    clearTimeout(timer);
    timer = setTimeout(save, stillness);
  };
  window.on('resize', look);
  window.on('move', look);
  window.on('maximize', look);
  window.on('unmaximize', look);
  window.on('enter-full-screen', look);
  window.on('leave-full-screen', look);
  // The window itself is gone by then.
  window.once('closed', save);
}

/** The area that it goes back to where it fills the display now. */
function placeOf(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() };
}
