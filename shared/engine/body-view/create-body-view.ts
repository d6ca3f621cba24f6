import { bodyStart } from '../../formats/body.ts';
import { outlineJson, outlineJsonStart } from '../../formats/json-outline.ts';
import type { PathFault } from '../../formats/json-path.ts';
import { outlineXml, outlineXmlStart } from '../../formats/xml-outline.ts';
import type {
  BodyFacts,
  BodyLayout,
  FoundText,
  FoundValues,
  LinePlace,
  LineRange,
  TreeRow,
  ViewLine,
} from '../../model/body-view.ts';
import type { Outline } from '../../model/outline.ts';
import type { SyntaxProblem } from '../../model/parsed-body.ts';
import { fail, type Result } from '../../model/result.ts';
import { createLineIndex } from './create-line-index.ts';
import { createLineView, type LineView } from './create-line-view.ts';
import { createTreeView, type TreeView } from './create-tree-view.ts';

/**
 * One body of any size, looked at in windows. Everything is asked of it in order and answered at once; it is made for a
 * worker. Nothing is repaired: a malformed body has lines and no tree.
 */
export type BodyView = {
  /** Takes the next part; the first shows at once, the tree of the whole comes with the last. */
  readonly add: (part: string, isLast: boolean) => BodyFacts;
  readonly lineCount: (layout: BodyLayout) => number;
  readonly lines: (layout: BodyLayout, from: number, count: number, longest: number) => readonly ViewLine[];
  /** The lines from one place to another as they are in this layout; without a range all of them. */
  readonly copy: (layout: BodyLayout, range: LineRange | null) => string;
  /** Where a text stands in the lines; `next` is the first of them behind a place. */
  readonly findInLines: (layout: BodyLayout, query: string, behind: LinePlace) => FoundText;
  /** The place of one of those that were found last. */
  readonly placeInLines: (layout: BodyLayout, found: number) => LinePlace | null;
  readonly rows: (from: number, count: number) => readonly TreeRow[];
  /** Opens or closes a node, or it and its siblings; gives how many rows there are then. */
  readonly setOpen: (node: number, isOpen: boolean, siblings: boolean) => number;
  /** Opens what is around a node; gives its row, and how many rows there are then. */
  readonly reveal: (node: number) => { readonly row: number; readonly rows: number };
  readonly findInTree: (query: string, behind: number) => FoundText;
  readonly nodeFound: (found: number) => number | null;
  /** The next row behind one whose name begins so, from the top again; `null` where there is none. */
  readonly rowNamed: (start: string, behind: number) => number | null;
  readonly filter: (path: string) => Result<FoundValues, PathFault>;
  readonly value: (node: number) => string;
  readonly path: (node: number) => string;
};

type Read = {
  readonly format: BodyFacts['format'];
  readonly problem: SyntaxProblem | null;
  readonly outline: Outline | null;
};

const nothingRead: Read = { format: 'empty', problem: null, outline: null };

/** A view of a body of which nothing is there yet. */
export function createBodyView(): BodyView {
  const index = createLineIndex();
  let text = '';
  let isWhole = false;
  let read = nothingRead;
  let tree: TreeView | null = null;
  let lineView: LineView = createLineView({ text, index, read, isWhole });
  const facts = (): BodyFacts => ({
    format: read.format,
    problem: read.problem,
    read: text.length,
    isWhole,
    lines: index.count(),
    canIndent: isWhole && read.outline !== null,
    rows: tree?.rows().count() ?? 0,
  });
  return {
    add: (part, isLast) => {
      const isFirst = text === '';
      index.add(part);
      text += part;
      isWhole = isLast;
      if (isFirst || isLast) {
        read = isLast ? readWhole(text) : readStart(text);
        tree = read.outline === null ? null : createTreeView({ text, outline: read.outline }, tree);
      }
      lineView = createLineView({ text, index, read, isWhole });
      return facts();
    },
    lineCount: (layout) => lineView.count(layout),
    lines: (layout, from, count, longest) => lineView.lines(layout, from, count, longest),
    copy: (layout, range) => lineView.copy(layout, range),
    findInLines: (layout, query, behind) => lineView.find(layout, query, behind),
    placeInLines: (layout, found) => lineView.placeOf(layout, found),
    rows: (from, count) => tree?.describe(from, count) ?? [],
    setOpen: (node, isOpen, siblings) => tree?.setOpen(node, isOpen, siblings) ?? 0,
    reveal: (node) => tree?.reveal(node) ?? { row: 0, rows: 0 },
    findInTree: (query, behind) => tree?.find(query, behind) ?? { count: 0, next: 0 },
    nodeFound: (found) => tree?.nodeFound(found) ?? null,
    rowNamed: (start, behind) => tree?.rowNamed(start, behind) ?? null,
    filter: (path) => tree?.filter(path) ?? fail({ message: 'there is no tree to look through', column: 1 }),
    value: (node) => tree?.value(node) ?? '',
    path: (node) => tree?.path(node) ?? '',
  };
}

function readWhole(text: string): Read {
  const format = bodyStart(text);
  if (format === 'empty' || format === 'html') return { format, problem: null, outline: null };
  const outlined = format === 'xml' ? outlineXml(text) : outlineJson(text);
  if (outlined.ok) return { format: outlined.value.format, problem: null, outline: outlined.value };
  return { format, problem: format === 'text' ? null : outlined.error, outline: null };
}

function readStart(text: string): Read {
  const format = bodyStart(text);
  if (format !== 'json' && format !== 'xml') return { format, problem: null, outline: null };
  const outline = format === 'xml' ? outlineXmlStart(text) : outlineJsonStart(text);
  return { format, problem: null, outline: outline.count === 0 ? null : outline };
}
