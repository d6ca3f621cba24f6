import { findStoredRequest } from '../../shared/engine/find-stored-request.ts';
import {
  mergeCollectionRequest,
  type MergedRequest,
  type RequestSides,
} from '../../shared/engine/merge-collection-request.ts';
import type { Collection, SavedRequest, StoredRequest } from '../../shared/model/collection.ts';
import type { Tab } from '../../shared/model/tab.ts';
import { requestOfTab } from './request-of-tab.ts';

/** How a tab stands to the file it is saved in. */
export type DiskState =
  | { readonly kind: 'unsaved' }
  /** The file was removed, or can no longer be read. */
  | { readonly kind: 'gone'; readonly saved: SavedRequest }
  | { readonly kind: 'current'; readonly saved: SavedRequest; readonly stored: StoredRequest }
  /** The file is another by now; `merged` has the edits of the tab where both changed the same. */
  | {
      readonly kind: 'changed';
      readonly saved: SavedRequest;
      readonly stored: StoredRequest;
      readonly sides: RequestSides;
      readonly merged: MergedRequest;
    };

/** Holds a tab against the collections as they are on the disk. */
export function diskState(tab: Tab, collections: readonly Collection[]): DiskState {
  const { saved } = tab;
  if (saved === null) return { kind: 'unsaved' };
  const stored = findStoredRequest(collections, saved);
  if (stored === null) return { kind: 'gone', saved };
  if (stored.revision === saved.revision) return { kind: 'current', saved, stored };
  const sides = { base: saved.base, mine: requestOfTab(tab), theirs: stored.request };
  return { kind: 'changed', saved, stored, sides, merged: mergeCollectionRequest(sides, 'mine') };
}
