import type { Collection, SavedRequest, StoredNode, StoredRequest } from '../model/collection.ts';

/** Where a request stands: a collection by id, and its path in there. */
export type RequestPlace = Pick<SavedRequest, 'collection' | 'path'>;

/** All requests of a folder and of those in it, in the order of a run. */
export function storedRequests(items: readonly StoredNode[]): readonly StoredRequest[] {
  return items.flatMap((node) => (node.kind === 'request' ? [node] : storedRequests(node.items)));
}

/** The request that stands at a place; `null` where none does, or where it cannot be read. */
export function findStoredRequest(
  collections: readonly Collection[],
  { collection, path }: RequestPlace,
): StoredRequest | null {
  const items = collections.find(({ id }) => id === collection)?.items ?? [];
  const node = findStoredNode(items, path);
  return node?.kind === 'request' ? node : null;
}

/** The folder or request of a path. */
export function findStoredNode(items: readonly StoredNode[], path: string): StoredNode | null {
  for (const node of items) {
    if (node.path === path) return node;
    const inside =
      node.kind === 'folder' && path.startsWith(`${node.path}/`) ? findStoredNode(node.items, path) : null;
    if (inside !== null) return inside;
  }
  return null;
}

/**
 * Where a request went whose file is gone from its place: the file of the same bytes that was not there before. `null`
 * where there is none.
 */
export function findMovedRequest(
  collections: readonly Collection[],
  before: readonly Collection[],
  { path, revision }: Pick<SavedRequest, 'path' | 'revision'>,
): RequestPlace | null {
  const places = collections.flatMap(({ id, items }) =>
    storedRequests(items)
      .filter((stored) => stored.revision === revision)
      .map((stored) => ({ collection: id, path: stored.path })),
  );
  const appeared = places.filter((place) => findStoredRequest(before, place) === null);
  return appeared.find((place) => lastName(place.path) === lastName(path)) ?? appeared[0] ?? null;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
