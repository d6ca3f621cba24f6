import type { CollectionRequest } from '../../shared/model/collection.ts';
import type { Tab } from '../../shared/model/tab.ts';

/** What of a tab is saved in a collection. */
export function requestOfTab({ title, notes, draft, checks, captures }: Tab): CollectionRequest {
  return { name: title, notes, draft, checks, captures };
}
