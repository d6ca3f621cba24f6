import { sendDraft } from '../../actions/send-draft.ts';
import { saveTab } from '../../actions/save-request.ts';
import type { Overlay } from '../../stores/create-layout-store.ts';
import { selectActiveTab } from '../../stores/create-tab-store.ts';
import type { Page } from '../../stores/page.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Command } from './command.ts';

/** The tab that is seen: what a page stands over is neither sent nor saved nor moved. */
export function shownTab({ layout, tabs }: Stores): string | null {
  return layout.getState().page === null ? tabs.getState().active : null;
}

export function isSending(stores: Stores): boolean {
  const { active } = stores.tabs.getState();
  return active !== null && stores.exchanges.getState().byTab[active]?.send.kind === 'sending';
}

export function sendShown(stores: Stores): void {
  const tabId = shownTab(stores);
  if (tabId !== null) void sendDraft(stores, tabId);
}

/** Saves the request that is seen, or the collection whose page is. */
export function saveShown(stores: Stores): void {
  const tabId = shownTab(stores);
  if (tabId !== null) void saveTab(stores, tabId);
  // Its page knows what is typed.
  else document.querySelector<HTMLFormElement>('#collection-form')?.requestSubmit();
}

/** The exchange of the tab that is seen, where it has one. */
export function shownExchange(stores: Stores): string | null {
  return shownTab(stores) === null ? null : (selectActiveTab(stores.tabs.getState())?.exchangeId ?? null);
}

/** The box is there once the side bar shows the history. */
export function searchHistory({ layout }: Stores): void {
  layout.getState().showView('history');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#history-search')?.focus());
}

/** Opens a dialog or panel. */
export function opens(overlay: Overlay): Command['run'] {
  return ({ layout }) => layout.getState().open(overlay);
}

/** Shows a page in the place of the tabs. */
export function shows(page: Page): Command['run'] {
  return ({ layout }) => layout.getState().showPage(page);
}
