import type { StoreApi } from 'zustand/vanilla';

import type { Tabs } from '../../shared/model/tab.ts';

/** Edits are written to disk this long after the last one, in milliseconds. */
const usualDelay = 300;

/** Whoever types on and on is not waited for longer than this after the first edit, in milliseconds. */
const longestDelay = 700;

/** Calls `save` soon after every change of the tabs, and at once where the page goes. */
export function saveTabs(store: Pick<StoreApi<Tabs>, 'subscribe'>, save: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  const saveNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    save();
  };
  store.subscribe((state, before) => {
    if (state.tabs === before.tabs && state.active === before.active) return;
    const now = performance.now();
    if (timer === undefined) latest = now + longestDelay;
    clearTimeout(timer);
    timer = setTimeout(saveNow, Math.max(0, Math.min(usualDelay, latest - now)));
  });
  globalThis.addEventListener?.('pagehide', () => {
    if (timer !== undefined) saveNow();
  });
}
