import { findMovedRequest } from '../../shared/engine/find-stored-request.ts';
import { changedParts, mergeCollectionRequest } from '../../shared/engine/merge-collection-request.ts';
import type { Collection } from '../../shared/model/collection.ts';
import type { Tab } from '../../shared/model/tab.ts';
import type { Stores } from '../stores/stores.ts';
import { diskState } from './disk-state.ts';
import { takeRequest } from './take-request.ts';

/**
 * Lets the open tabs follow their files: one that was moved is found again, what changed on the disk is merged with what
 * was edited here. Conflicts are left alone, for a person to decide.
 */
export function followSavedTabs(stores: Stores, before: readonly Collection[]): void {
  for (const tab of stores.tabs.getState().tabs) follow(stores, tab, before);
}

/** Ends the conflict of a tab: what both changed stays as it is here, or as it is on the disk. */
export function settleConflict(stores: Stores, tab: Tab, preferred: 'mine' | 'theirs'): void {
  const state = diskState(tab, stores.collections.getState().overview.collections);
  if (state.kind !== 'changed') return;
  const { saved, stored, sides } = state;
  const { request } = mergeCollectionRequest(sides, preferred);
  takeRequest(stores, tab.id, request, {
    ...saved,
    revision: stored.revision,
    base: stored.request,
  });
}

function follow(stores: Stores, tab: Tab, before: readonly Collection[]): void {
  const { collections } = stores.collections.getState().overview;
  const state = diskState(tab, collections);
  if (state.kind === 'gone') {
    const place = findMovedRequest(collections, before, state.saved);
    if (place !== null) stores.tabs.getState().change(tab.id, { saved: { ...state.saved, ...place } });
    return;
  }
  if (state.kind !== 'changed' || state.merged.conflicts.length > 0) return;
  const { sides, merged } = state;
  settleConflict(stores, tab, 'mine');
  const isMerged = changedParts(merged.request, sides.theirs).length > 0;
  const isNews = changedParts(sides.theirs, sides.base).length > 0;
  if (isMerged && isNews) {
    stores.layout
      .getState()
      .say(`${merged.request.name} changed on the disk; the change was merged with your edits`);
  }
}
