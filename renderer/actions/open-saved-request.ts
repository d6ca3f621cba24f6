import { findStoredRequest, type RequestPlace } from '../../shared/engine/find-stored-request.ts';
import type { Stores } from '../stores/stores.ts';

/** Opens a request of a collection, or shows the tab that holds it. Gives the tab's id, `null` where it is gone. */
export function openSavedRequest(stores: Stores, place: RequestPlace): string | null {
  const { tabs, layout, collections } = stores;
  const { collection, path } = place;
  const stored = findStoredRequest(collections.getState().overview.collections, place);
  if (stored === null) return null;
  const { name, ...content } = stored.request;
  const open = tabs
    .getState()
    .tabs.find(({ saved }) => saved?.collection === collection && saved.path === path);
  const saved = { collection, path, revision: stored.revision, base: stored.request };
  const tabId = open?.id ?? tabs.getState().open({ title: name, ...content, exchangeId: null, saved });
  tabs.getState().activate(tabId);
  layout.getState().showPage(null);
  return tabId;
}
