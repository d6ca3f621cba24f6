import { findApi } from '../../../shared/apis/registry.ts';
import type { Collection, StoredNode } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';

/** A row of the tree of collections. */
export type TreeNode = {
  /** The collection's id, and behind a `/` the path of what stands in it. */
  readonly id: string;
  readonly kind: 'collection' | 'folder' | 'request';
  readonly collection: string;
  /** Empty for the collection itself. */
  readonly path: string;
  readonly name: string;
  /** Of a request, else empty. */
  readonly method: string;
  /** What is said of it when the pointer rests on it. */
  readonly detail: string;
  readonly readOnly: Problem | null;
  readonly children: readonly TreeNode[];
};

/** The rows of all collections. */
export function treeNodes(collections: readonly Collection[]): readonly TreeNode[] {
  return collections.map(({ id, name, notes, readOnly, items }) => ({
    id,
    kind: 'collection',
    collection: id,
    path: '',
    name,
    method: '',
    detail: notes,
    readOnly,
    children: items.map((item) => storedNode(id, item)),
  }));
}

/** What is left where every word stands in the name of a row or of one it stands in; what stands in those stays. */
export function filterNodes(nodes: readonly TreeNode[], words: readonly string[]): readonly TreeNode[] {
  if (words.length === 0) return nodes;
  return nodes.flatMap((node) => {
    const name = node.name.toLowerCase();
    const left = words.filter((word) => !name.includes(word));
    const children = filterNodes(node.children, left);
    return left.length === 0 || children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The keys of all rows that hold others. */
export function branchKeys(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap(({ id, kind, children }) => (kind === 'request' ? [] : [id, ...branchKeys(children)]));
}

/** All rows by their key. */
export function nodesByKey(nodes: readonly TreeNode[]): ReadonlyMap<string, TreeNode> {
  const all = (some: readonly TreeNode[]): readonly (readonly [string, TreeNode])[] =>
    some.flatMap((node) => [[node.id, node] as const, ...all(node.children)]);
  return new Map(all(nodes));
}

function storedNode(collection: string, node: StoredNode): TreeNode {
  const common = { id: `${collection}/${node.path}`, kind: node.kind, collection, path: node.path };
  if (node.kind === 'folder') {
    const children = node.items.map((item) => storedNode(collection, item));
    return { ...common, name: node.name, method: '', detail: node.notes, readOnly: null, children };
  }
  const { name, draft, notes } = node.request;
  const api = findApi(draft.api)?.title ?? draft.api;
  return {
    ...common,
    name,
    method: draft.method,
    detail: notes === '' ? api : `${api}\n${notes}`,
    readOnly: node.readOnly,
    children: [],
  };
}
