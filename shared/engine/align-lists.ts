import type { BodyNode } from './body-node.ts';

/** What stands opposite; `null` where the other list has something more. */
export type AlignedPair = readonly [left: BodyNode | null, right: BodyNode | null];

/** What has to be equal for two items to be taken for the same one. */
type Token = string | number;

/** Edits that are looked for before two lists are taken as they come; it bounds the work. */
const maxEdits = 300;

/**
 * Puts two lists side by side so that one item more does not shift the rest: items that carry an id go by it, others by
 * their content. What stands between two such items is paired in order. Swapping the lists swaps the pairs.
 */
export function alignLists(left: readonly BodyNode[], right: readonly BodyNode[]): readonly AlignedPair[] {
  if (left.length === 1 && right.length === 1) return pairInOrder(left, right);
  const [ones, others] = tokensOf(left, right);
  const pairs: AlignedPair[] = [];
  let [leftFrom, rightFrom] = [0, 0];
  for (const [one, other] of [...commonItems(ones, others), [left.length, right.length] as const]) {
    pairs.push(...pairInOrder(left.slice(leftFrom, one), right.slice(rightFrom, other)));
    const [first, second] = [left[one], right[other]];
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
    [leftFrom, rightFrom] = [one + 1, other + 1];
  }
  return pairs;
}

function pairInOrder(left: readonly BodyNode[], right: readonly BodyNode[]): readonly AlignedPair[] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, index) => [left[index] ?? null, right[index] ?? null] as const);
}

function tokensOf(
  left: readonly BodyNode[],
  right: readonly BodyNode[],
): readonly [readonly Token[], readonly Token[]] {
  const names = new Set(left[0]?.groups.keys());
  for (const name of [...names].filter(isIdLike).toSorted()) {
    const ones = idsOf(left, name);
    const others = idsOf(right, name);
    if (ones !== null && others !== null && new Set(ones).intersection(new Set(others)).size > 0)
      return [ones, others];
  }
  return [left.map(({ hash }) => hash), right.map(({ hash }) => hash)];
}

function isIdLike(name: string): boolean {
  return /(?:^|[_-])(?:id|key|code|uuid|name)$|[a-z](?:Id|ID|Uuid|UUID|Key|Code)$/.test(
    name.replace('@', ''),
  );
}

/** The ids of all items; `null` where one has none, or two have the same. */
function idsOf(items: readonly BodyNode[], name: string): readonly string[] | null {
  const ids = new Set<string>();
  for (const { groups } of items) {
    const [node, second] = groups.get(name) ?? [];
    if (node === undefined || second !== undefined || node.groups.size > 0) return null;
    ids.add(node.text);
  }
  return ids.size === items.length ? [...ids] : null;
}

type IndexPair = readonly [left: number, right: number];

/** Indices of items that both lists have, in order in both, as many as there are unless the lists differ too much. */
function commonItems(left: readonly Token[], right: readonly Token[]): readonly IndexPair[] {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const head = Array.from({ length: start }, (_, index): IndexPair => [index, index]);
  const tail = Array.from({ length: end }, (_, index): IndexPair => {
    return [left.length - end + index, right.length - end + index];
  });
  const middle = commonInOneOrder(
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  );
  return [...head, ...middle.map(([one, other]): IndexPair => [one + start, other + start]), ...tail];
}

/** Several ways may be equally good; always asking in the same order makes the choice the same from both sides. */
function commonInOneOrder(left: readonly Token[], right: readonly Token[]): readonly IndexPair[] {
  const [one = '', other = ''] = [left[0], right[0]].map(String);
  const swap = left.length === right.length ? one > other : left.length > right.length;
  if (!swap) return shortestEdit(left, right);
  return shortestEdit(right, left).map(([first, second]) => [second, first]);
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the greedy form, given up after `maxEdits`. */
function shortestEdit(left: readonly Token[], right: readonly Token[]): readonly IndexPair[] {
  const most = Math.min(left.length + right.length, maxEdits);
  const middle = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOf(furthest, middle, diagonal, edits);
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= left.length && x - diagonal >= right.length)
        return walkBack(trace, middle, left.length, right.length);
    }
  }
  return [];
}

/** Where a diagonal is entered by the newest edit. */
function startOf(furthest: Int32Array, middle: number, diagonal: number, edits: number): number {
  return comesFromAbove(furthest, middle, diagonal, edits)
    ? (furthest[middle + diagonal + 1] ?? 0)
    : (furthest[middle + diagonal - 1] ?? 0) + 1;
}

function comesFromAbove(furthest: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits || diagonal === edits) return diagonal === -edits;
  return (furthest[middle + diagonal - 1] ?? 0) < (furthest[middle + diagonal + 1] ?? 0);
}

function walkBack(
  trace: readonly Int32Array[],
  middle: number,
  leftLength: number,
  rightLength: number,
): readonly IndexPair[] {
  const pairs: IndexPair[] = [];
  let [x, y] = [leftLength, rightLength];
  for (const [edits, furthest] of [...trace.entries()].toReversed()) {
    const diagonal = x - y;
    const start = startOf(furthest, middle, diagonal, edits);
    for (; x > start; x -= 1, y -= 1) pairs.push([x - 1, y - 1]);
    if (comesFromAbove(furthest, middle, diagonal, edits)) y -= 1;
    else x -= 1;
  }
  return pairs.toReversed();
}
