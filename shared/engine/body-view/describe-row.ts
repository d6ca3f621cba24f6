import type { TreeRow } from '../../model/body-view.ts';
import { kindOf, lineageOf } from '../../model/outline.ts';
import { hasRowsInside, type TreeRows } from './create-tree-rows.ts';
import type { Places } from './place-of.ts';
import { jsonName, ownText, type OutlinedText, valueOf } from './read-node.ts';

/** Of longer names and values the beginning is shown. In UTF-16 units. */
const longest = 400;
/** A check of a longer value, or one further down, is no use to anybody. */
const longestChecked = 2000;
const deepestChecked = 100;

/** What the tree shows of one node. */
export function describeRow(outlined: OutlinedText, rows: TreeRows, places: Places, node: number): TreeRow {
  const level = lineageOf(outlined.outline, node).length;
  const content = outlined.outline.format === 'json' ? jsonRow(outlined, node) : xmlRow(outlined, node);
  const value =
    content.isLeaf && level <= deepestChecked ? valueOf(outlined, node, longestChecked + 2) : null;
  return {
    node,
    parent: outlined.outline.parent[node] ?? 0,
    level,
    ...places.amongSiblings(node),
    name: content.name,
    kind: content.kind,
    text: content.text,
    isOpen: hasRowsInside(outlined.outline, node) ? rows.isOpen(node) : null,
    check: value === null || value.length > longestChecked ? null : { path: places.pathOf(node), value },
  };
}

type Content = Pick<TreeRow, 'name' | 'kind' | 'text'> & { readonly isLeaf: boolean };

function jsonRow(outlined: OutlinedText, node: number): Content {
  const { outline } = outlined;
  const kind = kindOf(outline, node);
  const name = shorten(jsonName(outlined, node));
  const inside = outline.children[node] ?? 0;
  if (kind === 'object') return { name, kind: 'group', text: `{ ${inside} }`, isLeaf: false };
  if (kind === 'array') return { name, kind: 'group', text: `[ ${inside} ]`, isLeaf: false };
  const value = shorten(valueOf(outlined, node, longest + 10));
  if (kind === 'string') return { name, kind, text: JSON.stringify(value), isLeaf: true };
  return { name, kind: kind === 'number' ? 'number' : 'literal', text: value, isLeaf: true };
}

function xmlRow(outlined: OutlinedText, node: number): Content {
  const { text, outline } = outlined;
  const [start, mark] = [outline.start[node] ?? 0, outline.mark[node] ?? 0];
  const tag = text.slice(start, Math.min(mark, start + longest)).replace(/\s*\/?>$/, '>');
  const name = shorten(tag.replaceAll(/\s+/g, ' '));
  if (!hasRowsInside(outlined.outline, node))
    return { name, kind: 'text', text: shorten(valueOf(outlined, node, longest + 10)), isLeaf: true };
  const own = shorten(ownText(outlined, node, longest));
  return { name, kind: own === '' ? 'group' : 'text', text: own, isLeaf: false };
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
