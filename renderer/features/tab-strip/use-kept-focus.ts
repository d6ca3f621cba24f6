import { useEffect } from 'react';

import { useStores } from '../../stores/stores-context.tsx';

/** What takes the focus where what had it was closed: the tab that is shown now, else the start screen. */
const successors = ['[data-pane="tabs"] [aria-pressed="true"]', '#start'];

/** Keeps the focus in the window when the tab or the page that had it is closed. */
export function useKeptFocus(): void {
  const { tabs, layout } = useStores();
  useEffect(() => {
    // The page is drawn anew first, and a menu that closes gives the focus back to what opened it.
    const keep = (): void =>
      afterDrawing(() => {
        if (document.activeElement !== document.body || layout.getState().overlay !== null) return;
        const next = successors
          .map((selector) => document.querySelector<HTMLElement>(selector))
          .find((element) => element !== null);
        next?.focus();
      });
    const stops = [
      tabs.subscribe((state, before) => state.tabs.length < before.tabs.length && keep()),
      layout.subscribe((state, before) => state.page === null && before.page !== null && keep()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tabs, layout]);
}

function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
