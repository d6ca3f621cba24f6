import type { PathFault } from '../../formats/json-path.ts';
import type { FoundText, FoundValues, TreeRow } from '../../model/body-view.ts';
import { childrenOf, kindOf, nodeAt } from '../../model/outline.ts';
import type { Result } from '../../model/result.ts';
import { createTreeRows, type TreeRows } from './create-tree-rows.ts';
import { describeRow } from './describe-row.ts';
import { bodyFilter } from './filter-body.ts';
import { findText } from './find-text.ts';
import { placesIn } from './place-of.ts';
import { closingTag, type OutlinedText, valueOf, xmlLocalName, jsonName } from './read-node.ts';

/** A body as a tree, in rows. The questions are those of `BodyView`. */
export type TreeView = {
  readonly rows: () => TreeRows;
  readonly describe: (from: number, count: number) => readonly TreeRow[];
  readonly setOpen: (node: number, isOpen: boolean, siblings: boolean) => number;
  readonly reveal: (node: number) => { readonly row: number; readonly rows: number };
  readonly find: (query: string, behind: number) => FoundText;
  readonly nodeFound: (found: number) => number | null;
  readonly rowNamed: (start: string, behind: number) => number | null;
  readonly filter: (path: string) => Result<FoundValues, PathFault>;
  readonly value: (node: number) => string;
  readonly path: (node: number) => string;
};

/** More rows than this are not looked through for a name. */
const mostNamed = 50_000;

/** The tree of a body; where there was one of its beginning, with the same nodes open. */
export function createTreeView(outlined: OutlinedText, before: TreeView | null): TreeView {
  const { outline, text } = outlined;
  const rows = before === null ? createTreeRows(outline) : before.rows().over(outline);
  const places = placesIn(outlined);
  let found: readonly number[] = [];
  const nameOf = (node: number): string =>
    outline.format === 'json' ? jsonName(outlined, node) : xmlLocalName(outlined, node);
  return {
    rows: () => rows,
    describe: (from, count) =>
      rows.nodes(from, count).map((node) => describeRow(outlined, rows, places, node)),
    setOpen: (node, isOpen, siblings) => {
      rows.setOpen(siblings ? [...childrenOf(outline, outline.parent[node] ?? 0)] : [node], isOpen);
      return rows.count();
    },
    reveal: (node) => {
      rows.reveal(node);
      return { row: rows.rowOf(node), rows: rows.count() };
    },
    find: (query, behind) => {
      const nodes = new Set(findText(text, query, outline.format).flatMap((at) => nodeHit(outlined, at)));
      found = [...nodes].toSorted((left, right) => left - right);
      const next = found.findIndex((node) => node >= behind);
      return { count: found.length, next: Math.max(0, next) };
    },
    nodeFound: (place) => found[place] ?? null,
    rowNamed: (start, behind) => {
      const wanted = start.toLowerCase();
      for (const [from, to] of [
        [behind + 1, rows.count()],
        [0, behind + 1],
      ] as const) {
        const nodes = rows.nodes(from, Math.min(mostNamed, to - from));
        const hit = nodes.findIndex((node) => nameOf(node).toLowerCase().startsWith(wanted));
        if (hit !== -1) return from + hit;
      }
      return null;
    },
    filter: bodyFilter(outlined, places),
    value: (node) => valueOf(outlined, node),
    path: (node) => places.pathOf(node),
  };
}

/** The row whose name or value holds an offset; none where a sign between them does. */
function nodeHit({ text, outline }: OutlinedText, offset: number): readonly number[] {
  const node = nodeAt(outline, offset);
  const kind = kindOf(outline, node);
  const [start, end, mark] = [outline.start[node] ?? 0, outline.end[node] ?? 0, outline.mark[node] ?? 0];
  if (kind === 'object' || kind === 'array') return offset >= mark && offset < start ? [node] : [];
  if (kind === 'text') return offset < end ? [outline.parent[node] ?? 0] : [];
  if (kind === 'other') return [];
  const isLeaf = (outline.children[node] ?? 0) === 0;
  const shown = kind === 'element' ? (isLeaf ? closingTag({ text, outline }, node) : mark) : end;
  return offset < shown ? [node] : [];
}
