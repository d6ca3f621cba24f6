import type { CollectionRequest, SavedRequest } from '../../shared/model/collection.ts';
import type { Stores } from '../stores/stores.ts';

/** Puts a request into a tab, saved at that place from now on; its answer stays. */
export function takeRequest(
  { tabs }: Stores,
  tabId: string,
  { name, draft, notes, checks, captures }: CollectionRequest,
  saved: SavedRequest,
): void {
  tabs.getState().edit(tabId, draft);
  tabs.getState().change(tabId, { title: name, notes, checks, captures, saved });
}
