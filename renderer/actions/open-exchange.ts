import { findApi } from '../../shared/apis/registry.ts';
import type { Stores } from '../stores/stores-context.tsx';
import { sendDraft } from './send-draft.ts';

/** Opens a stored exchange: its draft in a tab, its answer below. Gives the tab's id. */
export async function openExchange(stores: Stores, id: string): Promise<string | null> {
  const { tabs, history, exchanges, layout } = stores;
  const open = tabs.getState().tabs.find((tab) => tab.exchangeId === id);
  const entry = await history.getState().get(id);
  if (entry === null) {
    layout.getState().notify({
      code: 'unknown-entry',
      message: `The history entry ${id} cannot be read.`,
      remedy: 'Reload the history; if it stays, look into the data folder.',
    });
    return null;
  }
  const { exchange } = entry;
  const { draft } = exchange;
  const template = findApi(draft.api)?.templates.find((candidate) => candidate.id === draft.template);
  const title = template?.title ?? draft.operation;
  const tabId = open?.id ?? tabs.getState().open({ title, draft, exchangeId: id });
  tabs.getState().activate(tabId);
  exchanges.getState().show(tabId, exchange);
  return tabId;
}

/** Opens a stored exchange and sends its draft to the active environment. */
export async function sendExchangeAgain(stores: Stores, id: string): Promise<void> {
  const tabId = await openExchange(stores, id);
  if (tabId !== null) await sendDraft(stores, tabId);
}
