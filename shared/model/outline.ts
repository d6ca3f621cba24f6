/** What a node of an outline is. In XML `text` is character data beside elements, `other` a comment or instruction. */
export type OutlineKind = 'object' | 'array' | 'string' | 'number' | 'literal' | 'element' | 'text' | 'other';

/**
 * The nodes of a JSON or XML text in the order of the text, as numbers only: a text of 50 MB has millions of them. A node
 * is known by its place in that order; its children come right behind it. Offsets are in UTF-16 units, ends exclusive.
 */
export type Outline = {
  readonly format: 'json' | 'xml';
  /** How many nodes there are; the root is node 0. The lists may be longer. */
  readonly count: number;
  /** Index into `outlineKinds`. */
  readonly kind: Uint8Array;
  /** Where the value, the start tag or the text begins. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** JSON: where the name of a member begins, with its quotation mark, else `start`. XML: the end of the start tag. */
  readonly mark: Uint32Array;
  /** The node the child belongs to; the root is its own. */
  readonly parent: Uint32Array;
  /** The first node behind everything that is in it. */
  readonly next: Uint32Array;
  /** How many children it has. */
  readonly children: Uint32Array;
  /** Its place among the children of its parent, from 0. */
  readonly place: Uint32Array;
};

export const outlineKinds = [
  'object',
  'array',
  'string',
  'number',
  'literal',
  'element',
  'text',
  'other',
] as const satisfies readonly OutlineKind[];

/** What a node is. */
export function kindOf({ kind }: Outline, node: number): OutlineKind {
  return outlineKinds[kind[node] ?? 0] ?? 'other';
}

/** The children of a node, in order. */
export function* childrenOf(outline: Outline, node: number): Generator<number> {
  const { next } = outline;
  const end = next[node] ?? 0;
  for (let child = node + 1; child < end; child = next[child] ?? end) yield child;
}

/** The nodes that lead to a node, the root first, and the node itself. */
export function lineageOf({ parent }: Outline, node: number): readonly number[] {
  const lineage = [node];
  for (let at = node; at !== 0;) {
    at = parent[at] ?? 0;
    lineage.push(at);
  }
  return lineage.toReversed();
}

/** The last node that begins at or before an offset; the root before all. */
export function nodeAt({ count, format, mark, start }: Outline, offset: number): number {
  // The name of a member belongs to it.
  const from = format === 'json' ? mark : start;
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
