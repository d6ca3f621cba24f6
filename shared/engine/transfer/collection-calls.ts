import type { CollectionContent, CollectionRequest, ContentNode } from '../../model/collection.ts';

/** A request of a collection with the names of its folders and its own. */
export type PlacedRequest = { readonly place: readonly string[]; readonly request: CollectionRequest };

/** Every request of a collection, in order. */
export function collectionCalls({ items }: Pick<CollectionContent, 'items'>): readonly PlacedRequest[] {
  return items.flatMap((node) => callsOf(node, []));
}

function callsOf(node: ContentNode, parents: readonly string[]): readonly PlacedRequest[] {
  if (node.kind === 'request') return [{ place: [...parents, node.request.name], request: node.request }];
  return node.items.flatMap((item) => callsOf(item, [...parents, node.name]));
}
