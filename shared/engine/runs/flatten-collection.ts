import type {
  Collection,
  CollectionContent,
  CollectionRequest,
  ContentNode,
  StoredNode,
} from '../../model/collection.ts';

/** A request of a run, by its path in the collection. */
export type RunRequest = { readonly path: string; readonly request: CollectionRequest };

/** The requests of a collection on disk, in its order. */
export function flattenStored({ items }: Pick<Collection, 'items'>): readonly RunRequest[] {
  const flatten = (node: StoredNode): readonly RunRequest[] =>
    node.kind === 'folder' ? node.items.flatMap(flatten) : [{ path: node.path, request: node.request }];
  return items.flatMap(flatten);
}

/** The requests of a collection without a place: paths are made of names, and twins are numbered. */
export function flattenContent({ items }: Pick<CollectionContent, 'items'>): readonly RunRequest[] {
  return flattenNodes(items, '');
}

function flattenNodes(nodes: readonly ContentNode[], folder: string): readonly RunRequest[] {
  const taken = new Set<string>();
  return nodes.flatMap((node) => {
    const name = node.kind === 'folder' ? node.name : node.request.name;
    const path = `${folder}${freeName(name.replaceAll('/', '-'), taken)}`;
    return node.kind === 'folder' ? flattenNodes(node.items, `${path}/`) : [{ path, request: node.request }];
  });
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
  taken.add(free);
  return free;
}

/** What stands at or under one of the paths, in order; all of it where there are none. */
export function selectRequests(
  requests: readonly RunRequest[],
  paths: readonly string[],
): readonly RunRequest[] {
  if (paths.length === 0) return requests;
  return requests.filter(({ path }) => paths.some((wanted) => isAtOrUnder(path, wanted)));
}

/** Whether a path is another one, or stands in it as in a folder. */
export function isAtOrUnder(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
