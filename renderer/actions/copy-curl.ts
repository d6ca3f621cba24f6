import { findApi } from '../../shared/apis/registry.ts';
import type { PreviewInput } from '../../shared/contract/commands.ts';
import { curlOfRequest } from '../../shared/engine/curl-of-request.ts';
import { inputOfExchange } from '../../shared/engine/input-of-exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Tab } from '../../shared/model/tab.ts';
import type { Stores } from '../stores/stores.ts';
import { copyText } from './copy-text.ts';
import { previewInput } from './preview-input.ts';
import { readEntry } from './read-entry.ts';

const said = 'Copied as cURL; secrets stand in it as variables to set';

/** Copies what was sent as a curl command, secrets as variables of the shell. */
export async function copyExchangeCurl(stores: Stores, id: string): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  const { main, draft } = entry.exchange;
  if (main === null) {
    stores.layout.getState().notify(neverSent);
    return;
  }
  await copyText(stores, curlOfRequest(findApi(draft.api), draft.operation, main.request), said);
}

/** Copies the request of a tab as a curl command, as a send to the active environment would write it. */
export async function copyDraftCurl(stores: Stores, tab: Pick<Tab, 'draft' | 'saved'>): Promise<void> {
  const { request, problems } = await stores.exchanges.getState().look(previewInput(stores, tab));
  if (request !== null) {
    await copyText(stores, curlOfRequest(findApi(tab.draft.api), tab.draft.operation, request), said);
    return;
  }
  const [problem] = problems;
  if (problem !== undefined) stores.layout.getState().notify(problem);
}

/** Asks whether a stored request may go to the clipboard with its secrets. */
export async function askToCopySecrets(stores: Stores, id: string): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  stores.layout.getState().open({ kind: 'copy-secrets', input: inputOfExchange(entry.exchange) });
}

/** Copies a request with its secrets in it. The text goes from the core to the clipboard and is kept nowhere. */
export async function copyWithSecrets(
  stores: Stores,
  input: PreviewInput,
): Promise<readonly Problem[] | null> {
  const revealed = await stores.exchanges.getState().revealCurl(input);
  if (!revealed.ok) return revealed.error;
  return (await copyText(stores, revealed.value, 'Copied as cURL, with its secrets')) ? null : [];
}

const neverSent: Problem = {
  code: 'bad-input',
  message: 'This request was never sent, because its login failed.',
  remedy: 'Copy the draft instead.',
};
