import type { JsonNode, XmlElement } from '../../../shared/model/parsed-body.ts';

/** A row of the tree: what stands left, what stands right, and what is inside. */
export type TreeNode = {
  readonly name: string;
  readonly kind: 'group' | 'string' | 'number' | 'literal' | 'text';
  readonly text: string;
  readonly children: readonly TreeNode[] | null;
};

/** A row for a JSON value; numbers are shown as they were written. */
export function jsonTreeNode(name: string, node: JsonNode): TreeNode {
  switch (node.kind) {
    case 'object': {
      const children = node.members.map((member) => jsonTreeNode(member.name, member.value));
      return { name, kind: 'group', text: `{ ${children.length} }`, children };
    }
    case 'array': {
      const children = node.items.map((item, index) => jsonTreeNode(String(index), item));
      return { name, kind: 'group', text: `[ ${children.length} ]`, children };
    }
    case 'string':
      return { name, kind: 'string', text: JSON.stringify(node.text), children: null };
    case 'number':
      return { name, kind: 'number', text: node.text, children: null };
    case 'boolean':
    case 'null':
      return { name, kind: 'literal', text: node.text, children: null };
  }
}

/** A row for an XML element; attributes stand behind its name, blank text between elements is left out. */
export function xmlTreeNode(element: XmlElement): TreeNode {
  const attributes = element.attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
  const children = element.children.map(xmlTreeNode);
  const name = `<${element.name}${attributes}>`;
  const text = element.text.trim();
  if (children.length === 0) return { name, kind: 'text', text, children: null };
  return { name, kind: text === '' ? 'group' : 'text', text, children };
}
