import { childrenOf, kindOf, lineageOf, type Outline } from '../../model/outline.ts';

/** The rows of a tree of which some nodes are open. Nodes are places in the outline, rows count from 0. */
export type TreeRows = {
  readonly count: () => number;
  /** The nodes of a stretch of rows. */
  readonly nodes: (from: number, count: number) => readonly number[];
  /** The row of a node; what is around it has to be open. */
  readonly rowOf: (node: number) => number;
  readonly isOpen: (node: number) => boolean;
  readonly setOpen: (nodes: readonly number[], isOpen: boolean) => void;
  /** Opens what is around a node. */
  readonly reveal: (node: number) => void;
  /** The rows of the same tree when more of it is there. */
  readonly over: (outline: Outline) => TreeRows;
};

/** Every so many rows it is written down which node that is. */
const stride = 256;
/** Everything is open at first, up to about a screen and a half. */
const rowsAtFirst = 60;

/** The rows of an outline, opened at first as far as a screen holds. */
export function createTreeRows(outline: Outline): TreeRows {
  const open = new Uint8Array(outline.count);
  for (const node of firstOpen(outline)) open[node] = 1;
  return treeRows(outline, open);
}

function treeRows(outline: Outline, open: Uint8Array): TreeRows {
  const { next } = outline;
  const hasRow = rowTest(outline);
  let marks: number[] = [];
  let count = 0;
  /** The node of the next row. */
  const step = (node: number): number => {
    let at = open[node] === 1 ? node + 1 : (next[node] ?? outline.count);
    while (at < outline.count && !hasRow(at)) at = next[at] ?? outline.count;
    return at;
  };
  const countRows = (): void => {
    marks = [];
    count = 0;
    for (let node = 0; node < outline.count; node = step(node)) {
      if (count % stride === 0) marks.push(node);
      count += 1;
    }
  };
  const setOpen = (nodes: readonly number[], isOpen: boolean): void => {
    for (const node of nodes) open[node] = isOpen && hasRowsInside(outline, node) ? 1 : 0;
    countRows();
  };
  countRows();
  return {
    count: () => count,
    nodes: (from, wanted) => {
      const found: number[] = [];
      let row = Math.floor(from / stride) * stride;
      for (let node = marks[row / stride] ?? outline.count; node < outline.count; node = step(node)) {
        if (found.length === wanted) break;
        if (row >= from) found.push(node);
        row += 1;
      }
      return found;
    },
    rowOf: (node) => {
      const after = marks.findIndex((mark) => mark > node);
      const block = (after === -1 ? marks.length : after) - 1;
      let row = block * stride;
      for (let at = marks[block] ?? 0; at < node; at = step(at)) row += 1;
      return row;
    },
    isOpen: (node) => open[node] === 1,
    setOpen,
    reveal: (node) => {
      const closed = lineageOf(outline, node)
        .slice(0, -1)
        .filter((above) => open[above] !== 1);
      if (closed.length > 0) setOpen(closed, true);
    },
    over: (whole) => {
      const more = new Uint8Array(whole.count);
      more.set(open.subarray(0, whole.count));
      return treeRows(whole, more);
    },
  };
}

/** Whether opening a node shows anything. */
export function hasRowsInside(outline: Outline, node: number): boolean {
  if ((outline.children[node] ?? 0) === 0) return false;
  if (outline.format === 'json') return true;
  return childrenOf(outline, node).some((child) => kindOf(outline, child) === 'element');
}

/** Character data and comments are no rows of their own. */
function rowTest(outline: Outline): (node: number) => boolean {
  return outline.format === 'json' ? () => true : (node) => kindOf(outline, node) === 'element';
}

function firstOpen(outline: Outline): readonly number[] {
  const open: number[] = [];
  let rows = 1;
  const queue = outline.count === 0 ? [] : [0];
  for (let node = queue.shift(); node !== undefined && rows < rowsAtFirst; node = queue.shift()) {
    if (!hasRowsInside(outline, node)) continue;
    open.push(node);
    rows += outline.children[node] ?? 0;
    queue.push(...childrenOf(outline, node).take(rowsAtFirst));
  }
  return open;
}
