import type { CollectionChange, CollectionFolderPlace } from '../../shared/contract/collection-commands.ts';
import {
  findStoredRequest,
  type RequestPlace,
  storedRequests,
} from '../../shared/engine/find-stored-request.ts';
import { mergeCollectionRequest } from '../../shared/engine/merge-collection-request.ts';
import type { Collection, CollectionRequest } from '../../shared/model/collection.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';
import { diskState } from './disk-state.ts';
import { isEdited } from './is-edited.ts';
import { openSavedRequest } from './open-saved-request.ts';
import { requestOfTab } from './request-of-tab.ts';
import { showItem } from './show-item.ts';
import { takeRequest } from './take-request.ts';

/** Saves a tab over its file; one that is not saved yet asks where. */
export async function saveTab(stores: Stores, tabId: string): Promise<void> {
  const { tabs, layout, collections } = stores;
  const tab = tabs.getState().tabs.find(({ id }) => id === tabId);
  if (tab === undefined || collections.getState().isChanging) return;
  const state = diskState(tab, collections.getState().overview.collections);
  const request = requestOfTab(tab);
  if (state.kind === 'unsaved' || state.kind === 'gone') {
    layout.getState().open({ kind: 'save-request', tabId, request });
  } else if (state.kind === 'changed') {
    layout.getState().notify(undecided(tab.title));
  } else if (isEdited(tab)) {
    const { collection: id, path, revision } = state.saved;
    const saved = await collections
      .getState()
      .change('collection.save-request', { id, path, request, revision }, (change) =>
        adopt(stores, tabId, request, placeOf(change), change.overview.collections),
      );
    if (saved.ok) layout.getState().say(`${tab.title} saved`);
    else layout.getState().notify(saved.error);
  } else layout.getState().say(`${tab.title} is saved already`);
}

/** Where a request is to be saved: in a folder, or in a collection that is made for it. */
export type SavePlace =
  ({ readonly kind: 'folder' } & CollectionFolderPlace) | { readonly kind: 'new'; readonly name: string };

/** Saves a request at a new place. The tab it comes from is saved there from now on; without one it is opened. */
export async function saveAs(
  stores: Stores,
  { tabId, request, place }: { tabId: string | null; request: CollectionRequest; place: SavePlace },
): Promise<Problem | null> {
  const { collections, layout } = stores;
  const { change } = collections.getState();
  const settle = (done: CollectionChange): void => {
    if (tabId !== null) adopt(stores, tabId, request, placeOf(done), done.overview.collections);
  };
  const saved =
    place.kind === 'new'
      ? await change(
          'collection.create',
          { name: place.name, notes: '', variables: [], items: [{ kind: 'request', request }] },
          settle,
        )
      : await change('collection.add-request', { id: place.id, folder: place.folder, request }, settle);
  if (!saved.ok) return saved.error;
  const { collection, path } = placeOf(saved.value);
  showItem(stores, { id: collection, path });
  if (tabId === null) openSavedRequest(stores, { collection, path });
  layout.getState().say(`${request.name} saved`);
  return null;
}

/** A new collection has the one request it was made for. */
function placeOf({ id, path, overview }: CollectionChange): RequestPlace {
  if (path !== '') return { collection: id, path };
  const items = overview.collections.find((collection) => collection.id === id)?.items ?? [];
  return { collection: id, path: storedRequests(items)[0]?.path ?? '' };
}

/** Ties a tab to what was written of it; secrets became names on the way, and somebody may have gone on typing. */
function adopt(
  stores: Stores,
  tabId: string,
  sent: CollectionRequest,
  place: RequestPlace,
  collections: readonly Collection[],
): void {
  const stored = findStoredRequest(collections, place);
  const tab = stores.tabs.getState().tabs.find(({ id }) => id === tabId);
  if (stored === null || tab === undefined) return;
  const sides = { base: sent, mine: { ...requestOfTab(tab), name: sent.name }, theirs: stored.request };
  const saved = { ...place, revision: stored.revision, base: stored.request };
  takeRequest(stores, tabId, mergeCollectionRequest(sides, 'mine').request, saved);
}

function undecided(title: string): Problem {
  return {
    code: 'bad-collection',
    message: `${title} was changed here and on the disk, so it was not saved.`,
    remedy: 'Choose above the request which of the two stays, then save.',
  };
}
