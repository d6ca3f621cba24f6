import { useEffect } from 'react';

import { useStores } from '../../stores/stores-context.tsx';
import { entriesOf, panes } from '../shortcuts/panes.ts';

/** What takes the focus where the whole pane that had it is gone: the page, the tab that is shown, the start screen. */
const successors = ['#page-pane', '[data-pane="tabs"] [aria-pressed="true"]', '#start'];

type Place = { readonly element: Element; readonly pane: HTMLElement | null };

/** Keeps the focus in the window when what had it is gone: in the same pane, where that is still there. */
export function useKeptFocus(): void {
  const { layout } = useStores();
  useEffect(() => {
    let last: Place | null = null;
    // Where somebody clicks beside everything, nothing is lost: what had the focus is still there.
    const isLost = (): boolean =>
      last?.element.isConnected === false && document.activeElement === document.body;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element) last = { element: target, pane: target.closest<HTMLElement>(panes) };
    };
    // The page is drawn anew first, and a menu or a dialog that closes gives the focus back to what opened it.
    const keep = (): void =>
      afterDrawing(() => {
        if (isLost() && layout.getState().overlay === null) successorOf(last?.pane ?? null)?.focus();
      });
    const observer = new MutationObserver(() => isLost() && keep());
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, [layout]);
}

function successorOf(pane: HTMLElement | null): HTMLElement | null {
  // In the row of tabs it is the one that is shown.
  const entry =
    pane?.isConnected === true && pane.dataset['pane'] !== 'tabs' ? entriesOf(pane)[0] : undefined;
  return (
    entry ??
    successors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((element) => element !== null) ??
    null
  );
}

function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
