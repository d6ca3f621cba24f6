import type { Stores } from '../stores/stores-context.tsx';

/** Sends the draft of a tab to the active environment and keeps tab and history up to date. */
export async function sendDraft(stores: Stores, tabId: string, allowInvalid = false): Promise<void> {
  const { tabs, exchanges, environments, history } = stores;
  const tab = tabs.getState().tabs.find(({ id }) => id === tabId);
  if (tab === undefined || exchanges.getState().byTab[tabId]?.send.kind === 'sending') return;
  const environmentId = environments.getState().overview.activeId;
  const input = { draft: tab.draft, environmentId, overrides: {} };
  const exchange = await exchanges.getState().send(tabId, input, allowInvalid);
  if (exchange !== null) tabs.getState().setExchange(tabId, exchange.id);
  await history.getState().refresh();
}
