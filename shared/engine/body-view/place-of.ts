import { childrenOf, kindOf, lineageOf } from '../../model/outline.ts';
import { jsonName, type OutlinedText, xmlLocalName } from './read-node.ts';

/** Tells where nodes stand, in the language of checks: `$.items[0].id`, `/result/refund[2]/amount`. */
export type Places = {
  readonly pathOf: (node: number) => string;
  /** Rows beside it, itself included, and its place among them from 1. */
  readonly amongSiblings: (node: number) => { readonly setSize: number; readonly position: number };
};

/** The elements in one element: all of them, and by local name; in order. */
type Siblings = {
  readonly elements: readonly number[];
  readonly byName: ReadonlyMap<string, readonly number[]>;
};

/** The places of one text. What had to be counted is kept, because rows that are shown together share their parent. */
export function placesIn(outlined: OutlinedText): Places {
  const { outline } = outlined;
  const known = new Map<number, Siblings>();
  const siblingsIn = (parent: number): Siblings => {
    const siblings = known.get(parent) ?? countSiblings(outlined, parent);
    known.set(parent, siblings);
    return siblings;
  };
  const segment = (node: number): string =>
    outline.format === 'json' ? jsonSegment(outlined, node) : xmlSegment(outlined, node, siblingsIn);
  return {
    pathOf: (node) => lineageOf(outline, node).map(segment).join(''),
    amongSiblings: (node) => {
      if (node === 0) return { setSize: 1, position: 1 };
      const parent = outline.parent[node] ?? 0;
      if (outline.format === 'json')
        return { setSize: outline.children[parent] ?? 1, position: (outline.place[node] ?? 0) + 1 };
      const { elements } = siblingsIn(parent);
      return { setSize: elements.length, position: placeIn(elements, node) };
    },
  };
}

function jsonSegment(outlined: OutlinedText, node: number): string {
  if (node === 0) return '$';
  const { mark, start, place } = outlined.outline;
  if (mark[node] === start[node]) return `[${place[node] ?? 0}]`;
  const name = jsonName(outlined, node);
  if (/^[A-Za-z_]\w*$/.test(name)) return `.${name}`;
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `['${escaped}']`;
}

function xmlSegment(outlined: OutlinedText, node: number, siblingsIn: (parent: number) => Siblings): string {
  const name = xmlLocalName(outlined, node);
  if (node === 0) return `/${name}`;
  const alike = siblingsIn(outlined.outline.parent[node] ?? 0).byName.get(name) ?? [];
  return alike.length === 1 ? `/${name}` : `/${name}[${placeIn(alike, node)}]`;
}

function countSiblings(outlined: OutlinedText, parent: number): Siblings {
  const { outline } = outlined;
  const elements = childrenOf(outline, parent)
    .filter((child) => kindOf(outline, child) === 'element')
    .toArray();
  return { elements, byName: Map.groupBy(elements, (node) => xmlLocalName(outlined, node)) };
}

/** From 1, in a list that counts up. */
function placeIn(list: readonly number[], node: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
