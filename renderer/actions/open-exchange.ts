import type { Stores } from '../stores/stores.ts';
import { draftTitle } from './draft-title.ts';
import { readEntry } from './read-entry.ts';
import { sendDraft } from './send-draft.ts';

/** Opens a stored exchange: its draft in a tab, its answer below, in this pane of it. Gives the tab's id. */
export async function openExchange(stores: Stores, id: string, pane?: string): Promise<string | null> {
  const { tabs, exchanges, layout } = stores;
  const entry = await readEntry(stores, id);
  if (entry === null) return null;
  const { exchange } = entry;
  const { draft } = exchange;
  const open = tabs.getState().tabs.find((tab) => tab.exchangeId === id);
  const tabId = open?.id ?? tabs.getState().open({ title: draftTitle(draft), draft, exchangeId: id });
  tabs.getState().activate(tabId);
  // Where the tab was the active one already, a page may still stand over it.
  layout.getState().showPage(null);
  exchanges.getState().show(tabId, exchange);
  if (pane !== undefined) exchanges.getState().showPane(tabId, pane);
  return tabId;
}

/** Opens a stored exchange and sends its draft to the active environment. */
export async function sendExchangeAgain(stores: Stores, id: string): Promise<void> {
  const tabId = await openExchange(stores, id);
  if (tabId !== null) await sendDraft(stores, tabId);
}
