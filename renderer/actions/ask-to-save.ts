import { findApi } from '../../shared/apis/registry.ts';
import { draftFromTemplate } from '../../shared/engine/draft-from-template.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { Stores } from '../stores/stores.ts';
import { draftTitle } from './draft-title.ts';
import { readEntry } from './read-entry.ts';

/** Asks where the request of a stored exchange is to be saved. */
export async function askToSaveExchange(stores: Stores, id: string): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry !== null) askToSave(stores, entry.exchange.draft);
}

/** Asks where a template is to be saved. */
export function askToSaveTemplate(stores: Stores, apiId: string, templateId: string): void {
  const api = findApi(apiId);
  const template = api?.templates.find(({ id }) => id === templateId);
  if (api === null || template === undefined) return;
  askToSave(stores, draftFromTemplate(api, template));
}

function askToSave({ layout }: Stores, draft: RequestDraft): void {
  const request = { name: draftTitle(draft), notes: '', draft, checks: [], captures: [] };
  layout.getState().open({ kind: 'save-request', tabId: null, request });
}
