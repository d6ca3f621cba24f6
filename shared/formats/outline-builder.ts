import { type Outline, type OutlineKind, outlineKinds } from '../model/outline.ts';

/** Writes down nodes in the order of their text. */
export type OutlineBuilder = {
  /** A node inside the one that is open; `mark` is as in `Outline`. Gives its place. */
  readonly add: (kind: OutlineKind, start: number, mark: number) => number;
  /** Opens a node that was just added: what is added from now on stands in it. */
  readonly open: (node: number) => void;
  /** Closes the open node. */
  readonly close: (end: number) => void;
  readonly endAt: (node: number, end: number) => void;
  /** The open node; `null` outside of all. */
  readonly current: () => number | null;
  readonly count: () => number;
  /** What was written; nodes that are still open end where the text does. */
  readonly finish: (end: number) => Outline;
};

const code = new Map(outlineKinds.map((kind, index) => [kind, index]));

/** A builder for the outline of one text. */
export function createOutlineBuilder(format: Outline['format']): OutlineBuilder {
  let kind = new Uint8Array(1024);
  let [start, end, mark, parent, next, children, place] = Array.from(
    { length: 7 },
    () => new Uint32Array(1024),
  ) as [Numbers, Numbers, Numbers, Numbers, Numbers, Numbers, Numbers];
  let count = 0;
  let current: number | null = null;
  const grow = (): void => {
    const size = count * 2;
    kind = longer(kind, new Uint8Array(size));
    start = longer(start, new Uint32Array(size));
    end = longer(end, new Uint32Array(size));
    mark = longer(mark, new Uint32Array(size));
    parent = longer(parent, new Uint32Array(size));
    next = longer(next, new Uint32Array(size));
    children = longer(children, new Uint32Array(size));
    place = longer(place, new Uint32Array(size));
  };
  const close = (at: number): void => {
    if (current === null) return;
    end[current] = at;
    next[current] = count;
    current = current === 0 ? null : (parent[current] ?? 0);
  };
  return {
    add: (of, from, markAt) => {
      if (count === kind.length) grow();
      const node = count;
      count += 1;
      kind[node] = code.get(of) ?? 0;
      start[node] = from;
      mark[node] = markAt;
      parent[node] = current ?? 0;
      next[node] = count;
      children[node] = 0;
      if (current !== null) {
        const siblings = children[current] ?? 0;
        place[node] = siblings;
        children[current] = siblings + 1;
      }
      return node;
    },
    open: (node) => {
      current = node;
    },
    close,
    endAt: (node, at) => {
      end[node] = at;
    },
    current: () => current,
    count: () => count,
    finish: (at) => {
      for (let node = current; node !== null; node = current) close(at);
      return { format, count, kind, start, end, mark, parent, next, children, place };
    },
  };
}

type Numbers = Uint32Array<ArrayBuffer>;

function longer<List extends Uint8Array<ArrayBuffer> | Numbers>(list: List, into: List): List {
  into.set(list);
  return into;
}
