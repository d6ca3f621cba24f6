import type { SendConsent } from '../stores/create-exchange-store.ts';
import type { Stores } from '../stores/stores-context.tsx';

const nothing: SendConsent = { allowInvalid: false, repeatOf: [], confirmation: null };

/** Sends the draft of a tab to the active environment and keeps tab and history up to date. */
export async function sendDraft(
  stores: Stores,
  tabId: string,
  consent: Partial<SendConsent> = {},
): Promise<void> {
  const { tabs, exchanges, environments, history } = stores;
  const tab = tabs.getState().tabs.find(({ id }) => id === tabId);
  if (tab === undefined || exchanges.getState().byTab[tabId]?.send.kind === 'sending') return;
  const environmentId = environments.getState().overview.activeId;
  const input = { draft: tab.draft, environmentId, overrides: {} };
  const exchange = await exchanges.getState().send(tabId, input, { ...nothing, ...consent });
  if (exchange !== null) tabs.getState().setExchange(tabId, exchange.id);
  await history.getState().refresh();
}
