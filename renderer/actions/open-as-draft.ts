import type { Stores } from '../stores/stores.ts';
import { draftTitle } from './draft-title.ts';
import { readEntry } from './read-entry.ts';

/** Opens what was sent as a new draft in a tab of its own, not tied to the exchange. */
export async function openAsDraft(stores: Stores, id: string): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  const { draft } = entry.exchange;
  stores.tabs.getState().open({ title: draftTitle(draft), draft, exchangeId: null });
}
