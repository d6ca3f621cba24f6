import { type Document, isMap, isNode, isSeq, type Node, type ToStringOptions, visit } from 'yaml';

type Layout = Required<Pick<ToStringOptions, 'indent' | 'indentSeq' | 'flowCollectionPadding'>>;

/** How files are laid out that nobody laid out otherwise. */
export const ownLayout: Layout = { indent: 2, indentSeq: true, flowCollectionPadding: false };

/** How a person laid a file out: how far things stand in, and whether blanks stand inside of braces. */
export function layoutOfYaml(document: Document, text: string): Layout {
  const layout: { -readonly [Key in keyof Layout]: Layout[Key] } = { ...ownLayout };
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (!isNode(key) || !(isMap(value) || isSeq(value)) || value.flow === true) return;
      const inwards = columnOf(value, text) - columnOf(key, text);
      if (isSeq(value)) layout.indentSeq = inwards > 0;
      else if (inwards > 0) layout.indent = inwards;
    },
    Collection: (_key, node) => {
      const start = node.range?.[0];
      if (node.flow !== true || start === undefined || node.items.length === 0) return;
      layout.flowCollectionPadding = text[start + 1] === ' ';
    },
  });
  return layout;
}

function columnOf({ range }: Node, text: string): number {
  const start = range?.[0] ?? 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}
