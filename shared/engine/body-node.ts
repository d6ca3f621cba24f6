import { parseBody } from '../formats/body.ts';
import { parseForm } from '../formats/form.ts';
import type { ComparedType } from '../model/comparison.ts';
import type { JsonNode, XmlElement } from '../model/parsed-body.ts';

/** A place in a body, whatever its format: JSON, XML and forms are compared by one set of rules. */
export type BodyNode = {
  /** As `ComparedSide` describes it. */
  readonly path: string;
  readonly type: ComparedType;
  /** The value as it is written; of an element its own text, of an object or a list nothing. */
  readonly text: string;
  /** What is inside, by name: members, elements and attributes; the items of a list stand under the empty name. */
  readonly groups: ReadonlyMap<string, readonly BodyNode[]>;
  /** Equal for equal content, whatever the order of names; unequal content may share one. */
  readonly hash: number;
};

export type BodyFormat = 'JSON' | 'XML' | 'form';

export type ReadableBody = { readonly format: BodyFormat; readonly root: BodyNode };

const none: BodyNode['groups'] = new Map();

/** Reads a body to compare it; `null` for what is neither JSON nor XML nor, where it says it is one, a form. */
export function readBodyNode(text: string, isForm: boolean): ReadableBody | null {
  const parsed = parseBody(text);
  if (parsed.kind === 'json') return { format: 'JSON', root: jsonNode(parsed.root, '') };
  if (parsed.kind === 'xml') return { format: 'XML', root: xmlDocument(parsed.root, '') };
  return isForm && parsed.kind === 'text' ? { format: 'form', root: formNode(text) } : null;
}

function jsonNode(node: JsonNode, path: string): BodyNode {
  switch (node.kind) {
    case 'object':
      return groupNode(path, 'object', '', jsonMembers(node.members, path));
    case 'array': {
      const items = node.items.map((item, index) => jsonNode(item, `${path}[${index}]`));
      return groupNode(path, 'list', '', items.length === 0 ? none : new Map([['', items]]));
    }
    case 'string':
      return leafNode(path, 'text', node.text);
    case 'number':
    case 'boolean':
    case 'null':
      return leafNode(path, node.kind, node.text);
  }
}

function jsonMembers(
  members: readonly { readonly name: string; readonly value: JsonNode }[],
  path: string,
): BodyNode['groups'] {
  const counts = countNames(members.map(({ name }) => name));
  return groupByName(members, ({ name, value }, index) => {
    const place = memberPath(path, name);
    // A name that stands twice is no list, so it gets no brackets.
    return jsonNode(value, counts.get(name) === 1 ? place : `${place} (${index})`);
  });
}

function memberPath(path: string, name: string): string {
  if (!/^[\w$-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** Around the root, so that two roots of different names are two places. */
function xmlDocument(root: XmlElement, path: string): BodyNode {
  const node = xmlNode(root, path === '' ? root.localName : `${path}/${root.localName}`);
  return groupNode(path, 'element', '', new Map([[root.localName, [node]]]));
}

function xmlNode(element: XmlElement, path: string): BodyNode {
  const attributes = element.attributes
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => ({ name: `@${name.slice(name.indexOf(':') + 1)}`, value }));
  const counts = countNames(element.children.map(({ localName }) => localName));
  const named = element.children.map((child) => ({ name: child.localName, child }));
  const children = groupByName(named, ({ name, child }, index) => {
    const place = `${path}/${name}`;
    return xmlNode(child, counts.get(name) === 1 ? place : `${place}[${index}]`);
  });
  const values = groupByName(attributes, ({ name, value }) => leafNode(`${path}/${name}`, 'text', value));
  // Between elements blanks only lay the text out.
  const text = children.size > 0 ? element.text.trim() : element.text;
  return groupNode(path, children.size > 0 ? 'element' : 'text', text, new Map([...values, ...children]));
}

function formNode(text: string): BodyNode {
  const fields = parseForm(text);
  const counts = countNames(fields.map(({ name }) => name));
  const groups = groupByName(fields, ({ name, value }, index) => {
    const place = memberPath('', name);
    return fieldNode(value, counts.get(name) === 1 ? place : `${place}[${index}]`);
  });
  return groupNode('', 'object', '', groups);
}

/** A field may hold a whole document of its own. */
function fieldNode(value: string, path: string): BodyNode {
  const inner = /^\s*[<{[]/.test(value) ? parseBody(value) : null;
  if (inner?.kind === 'json') return jsonNode(inner.root, path);
  if (inner?.kind === 'xml') return xmlDocument(inner.root, path);
  return leafNode(path, 'text', value);
}

function leafNode(path: string, type: ComparedType, text: string): BodyNode {
  return groupNode(path, type, text, none);
}

function groupNode(path: string, type: ComparedType, text: string, groups: BodyNode['groups']): BodyNode {
  let hash = hashText(text, hashText(type, seed));
  for (const [name, nodes] of groups) {
    let group = hashText(name, seed);
    for (const node of nodes) group = mix(group, node.hash);
    // A sum, because the order of names does not count.
    hash = (hash + group) | 0;
  }
  return { path, type, text, groups, hash };
}

function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Nodes by name, in order; `toNode` is told which of its name it makes, counted from 1. */
function groupByName<Item extends { readonly name: string }>(
  items: readonly Item[],
  toNode: (item: Item, index: number) => BodyNode,
): BodyNode['groups'] {
  const groups = new Map<string, BodyNode[]>();
  for (const item of items) {
    const group = groups.get(item.name) ?? [];
    group.push(toNode(item, group.length + 1));
    groups.set(item.name, group);
  }
  return groups;
}

/** FNV-1a, 32 bits: quick, and good enough to line lists up; whatever lines up is still compared. */
const seed = 0x811c9dc5;

function hashText(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, text.charCodeAt(index));
  return mix(hash, 0xffff);
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}
