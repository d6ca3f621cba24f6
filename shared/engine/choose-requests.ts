import type { StoredNode } from '../model/collection.ts';

/** Whether all of a folder is chosen, some of it, or none. */
export type ChosenShare = 'all' | 'some' | 'none';

/** Paths of the requests that these paths of folders and requests mean; none mean all of them. */
export function choosePaths(items: readonly StoredNode[], paths: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(paths);
  const take = (node: StoredNode, isWanted: boolean): readonly string[] => {
    const isTaken = isWanted || wanted.has(node.path);
    if (node.kind === 'folder') return node.items.flatMap((inner) => take(inner, isTaken));
    return isTaken ? [node.path] : [];
  };
  return new Set(items.flatMap((node) => take(node, paths.length === 0)));
}

/** Adds folders and requests to what is chosen, and takes others out, each with all that is in them. */
export function changeChosen(
  chosen: ReadonlySet<string>,
  added: readonly StoredNode[],
  removed: readonly StoredNode[],
): ReadonlySet<string> {
  return chosen.union(new Set(requestPathsOf(added))).difference(new Set(requestPathsOf(removed)));
}

export function chosenShare(chosen: ReadonlySet<string>, node: StoredNode): ChosenShare {
  const paths = requestPathsOf([node]);
  const count = paths.filter((path) => chosen.has(path)).length;
  if (count === 0) return 'none';
  return count === paths.length ? 'all' : 'some';
}

/**
 * The fewest paths that mean what is chosen: folders where all of them is; none at all where everything is. Something has
 * to be chosen, since no paths mean everything.
 */
export function pathsOfChosen(items: readonly StoredNode[], chosen: ReadonlySet<string>): readonly string[] {
  const fewest = (node: StoredNode): readonly string[] => {
    const share = chosenShare(chosen, node);
    if (share === 'none') return [];
    if (share === 'all' || node.kind === 'request') return [node.path];
    return node.items.flatMap(fewest);
  };
  const isAll = requestPathsOf(items).every((path) => chosen.has(path));
  return isAll ? [] : items.flatMap(fewest);
}

/** Paths of all requests, in the order of the collection. */
export function requestPathsOf(items: readonly StoredNode[]): readonly string[] {
  return items.flatMap((node) => (node.kind === 'folder' ? requestPathsOf(node.items) : [node.path]));
}
