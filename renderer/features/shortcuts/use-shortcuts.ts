import { useEffect } from 'react';

import { closeTab } from '../../actions/close-tab.ts';
import { saveTab } from '../../actions/save-request.ts';
import { sendDraft } from '../../actions/send-draft.ts';
import { sideBarViews } from '../../stores/create-layout-store.ts';
import type { Stores } from '../../stores/stores.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** The panes that F6 walks through, by selector. */
const panes = [
  'aside[aria-label="Side bar"]',
  '#page-pane',
  '#request-pane',
  '#response-pane',
  '[aria-label="Error catalog"]',
  '#notices:has(button)',
];

/** Listens before anything else in the page, so that the keys work inside the editor too. */
export function useShortcuts(): void {
  const stores = useStores();
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      const action = findAction(stores, event);
      if (action === null) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, [stores]);
}

/** With and without Shift, of the upper row and of the number pad. */
const zoomKeys: Readonly<Record<string, 1 | 0 | -1>> = { '+': 1, '=': 1, '-': -1, _: -1, '0': 0 };

function findAction(stores: Stores, event: KeyboardEvent): (() => void) | null {
  const { layout, tabs, exchanges } = stores;
  const { overlay, page, open, showPage, showView, toggleSideBar } = layout.getState();
  const { active } = tabs.getState();
  const control = event.ctrlKey || event.metaKey;
  const zoom = control ? zoomKeys[event.key] : undefined;
  if (zoom !== undefined) return () => stores.settings.getState().zoom(zoom);
  if (event.key === 'F1') return () => open({ kind: 'shortcuts' });
  if (overlay !== null) return null;
  if (control && event.key === 'k') return () => open({ kind: 'palette' });
  if (control && event.key === 'b') return () => toggleSideBar();
  if (control && event.key === ',') return () => showPage({ kind: 'settings' });
  if (control && event.shiftKey && event.key.toLowerCase() === 'f') return () => searchHistory(showView);
  if (page?.kind === 'collection' && control && event.key === 's') return () => saveCollection();
  if (page !== null) {
    // It stands over the tabs: what is not seen is neither sent nor saved.
    if (control && (event.key === 'Enter' || event.key === 's')) return () => undefined;
    if ((control || event.altKey) && event.key === 'w') return () => showPage(null);
  }
  // Without a tab nothing is done: the browser's own "save page" would only confuse.
  if (control && event.key === 's') return () => active !== null && void saveTab(stores, active);
  if (event.key === 'F6') return () => movePane(event.shiftKey ? -1 : 1);
  const view = control ? sideBarViews[Number(event.key) - 1] : undefined;
  if (view !== undefined) return () => showView(view);
  if (active === null) return null;
  if (control && event.key === 'Enter') return () => void sendDraft(stores, active);
  if ((control || event.altKey) && event.key === 'w') return () => closeTab(stores, active);
  if (event.key === 'Escape' && exchanges.getState().byTab[active]?.send.kind === 'sending') {
    return () => exchanges.getState().cancel(active);
  }
  return null;
}

/** The box is there once the side bar shows the history. */
function searchHistory(showView: (view: 'history') => void): void {
  showView('history');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#history-search')?.focus());
}

/** Its page knows what is typed. */
function saveCollection(): void {
  document.querySelector<HTMLFormElement>('#collection-form')?.requestSubmit();
}

const focusable = 'button:not([disabled]), input, textarea, select, [tabindex="0"], a[href]';

function movePane(by: 1 | -1): void {
  const present = panes.map((pane) => document.querySelector(pane)).filter((pane) => pane !== null);
  const current = present.findIndex((pane) => pane.contains(document.activeElement));
  // The catalog stands inside the response pane; the innermost of the two counts.
  const innermost = present.findLastIndex((pane) => pane.contains(document.activeElement));
  const start = innermost === -1 ? (by === 1 ? -1 : 0) : Math.max(current, innermost);
  const next = present[(start + by + present.length) % present.length];
  const target = next?.querySelector<HTMLElement>(focusable) ?? (next as HTMLElement | undefined);
  target?.focus();
}
