import type { PreviewInput } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { isRepeatable } from '../../shared/model/stop.ts';
import { selectActiveEnvironment } from '../stores/create-environment-store.ts';
import type { SendConsent } from '../stores/create-exchange-store.ts';
import type { Stores } from '../stores/stores.ts';
import { previewInput } from './preview-input.ts';

const nothing: SendConsent = { allowInvalid: false, repeatOf: [], confirmation: null };

const notAnswering: Problem = {
  code: 'storage',
  message: 'The workbench does not answer, so nothing was sent.',
  remedy: 'Send it once the workbench is back; the draft stays here.',
};

/**
 * Sends the draft of a tab to the active environment and keeps tab and history up to date. Where nothing but the typed
 * confirmation is missing, asks for that instead.
 */
export async function sendDraft(
  stores: Stores,
  tabId: string,
  given: Partial<SendConsent> = {},
): Promise<void> {
  const { tabs, exchanges, history, layout, connection } = stores;
  const tab = tabs.getState().tabs.find(({ id }) => id === tabId);
  if (tab === undefined || exchanges.getState().byTab[tabId]?.send.kind === 'sending') return;
  if (connection.getState().connection !== 'open') {
    layout.getState().notify(notAnswering);
    return;
  }
  const input = previewInput(stores, tab);
  const consent = { ...nothing, ...given };
  if (await lacksConfirmation(stores, tabId, input, consent)) {
    layout.getState().open({ kind: 'confirm', tabId, repeatOf: consent.repeatOf });
    return;
  }
  const exchange = await exchanges.getState().send(tabId, input, consent);
  if (exchange !== null) tabs.getState().setExchange(tabId, exchange.id);
  await history.getState().refresh();
}

/** The core is asked what it would stop: it alone decides what has to be confirmed, and how. */
async function lacksConfirmation(
  { environments, exchanges }: Stores,
  tabId: string,
  input: PreviewInput,
  { confirmation, repeatOf }: SendConsent,
): Promise<boolean> {
  const { environmentClass } = selectActiveEnvironment(environments.getState());
  if (environmentClass !== 'production' || confirmation !== null) return false;
  const { problems, stops } = await exchanges.getState().preview(tabId, input);
  const left = stops.filter(({ stop }) => !isRepeatable(stop) || !repeatOf.includes(stop.exchangeId));
  return problems.length === 0 && left.length > 0 && left.every(({ stop }) => stop?.kind === 'not-confirmed');
}
