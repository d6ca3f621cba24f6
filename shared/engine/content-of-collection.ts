import type { Collection, CollectionContent, ContentNode, StoredNode } from '../model/collection.ts';

/** A collection of the workspace without its place on the disk. */
export function contentOfCollection({ name, notes, variables, items }: Collection): CollectionContent {
  return { name, notes, variables, items: items.map(toContent) };
}

function toContent(node: StoredNode): ContentNode {
  if (node.kind === 'request') return { kind: 'request', request: node.request };
  const { kind, name, notes, items } = node;
  return { kind, name, notes, items: items.map(toContent) };
}
