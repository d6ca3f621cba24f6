import type { CheckSubject } from '../../../shared/model/check.ts';
import type { JsonNode, XmlElement } from '../../../shared/model/parsed-body.ts';

/** A row of the tree: what stands left, what stands right, and what is inside. */
export type TreeNode = {
  readonly name: string;
  readonly kind: 'group' | 'string' | 'number' | 'literal' | 'text';
  readonly text: string;
  /** The value as a check compares it; `null` where something is inside. */
  readonly value: string | null;
  /** What leads to it from the row above, in the language of paths: `.amount`, `[0]`, `/Amount[2]`. */
  readonly segment: string;
  readonly children: readonly TreeNode[] | null;
};

/** A row for a JSON value; numbers are shown as they were written. The root has the segment `$`. */
export function jsonTreeNode(name: string, node: JsonNode, segment = '$'): TreeNode {
  switch (node.kind) {
    case 'object': {
      const children = node.members.map((member) =>
        jsonTreeNode(member.name, member.value, memberSegment(member.name)),
      );
      return { name, kind: 'group', text: `{ ${children.length} }`, value: null, segment, children };
    }
    case 'array': {
      const children = node.items.map((item, index) => jsonTreeNode(String(index), item, `[${index}]`));
      return { name, kind: 'group', text: `[ ${children.length} ]`, value: null, segment, children };
    }
    case 'string': {
      const text = JSON.stringify(node.text);
      return { name, kind: 'string', text, value: node.text, segment, children: null };
    }
    case 'number':
      return { name, kind: 'number', text: node.text, value: node.text, segment, children: null };
    case 'boolean':
    case 'null':
      return { name, kind: 'literal', text: node.text, value: node.text, segment, children: null };
  }
}

/** A row for an XML element; attributes stand behind its name, blank text between elements is left out. */
export function xmlTreeNode(element: XmlElement, segment = `/${element.localName}`): TreeNode {
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  const counts = Map.groupBy(element.children, ({ localName }) => localName);
  const seen = new Map<string, number>();
  const children = element.children.map((child) => {
    const { localName } = child;
    const place = (seen.get(localName) ?? 0) + 1;
    seen.set(localName, place);
    const isAlone = counts.get(localName)?.length === 1;
    return xmlTreeNode(child, isAlone ? `/${localName}` : `/${localName}[${place}]`);
  });
  const name = `<${element.name}${attributes}>`;
  const text = element.text.trim();
  if (children.length === 0) return { name, kind: 'text', text, value: text, segment, children: null };
  return { name, kind: text === '' ? 'group' : 'text', text, value: null, segment, children };
}

/** What a check of a row looks at; `path` is made of the segments down to it. */
export function subjectOfRow(path: string): CheckSubject {
  return path.startsWith('$') ? { of: 'json', path } : { of: 'xml', path, namespaces: {} };
}

function memberSegment(name: string): string {
  if (/^[A-Za-z_]\w*$/.test(name)) return `.${name}`;
  const escaped = JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `['${escaped}']`;
}
