import type { JsonNode, WellFormed, XmlElement } from '../../model/parsed-body.ts';

/**
 * An answer without its format. Luminate says the same in XML and JSON; in JSON every value is a string, and a list of
 * one item stands there as that item alone.
 */
export type AnswerTree = {
  readonly name: string;
  readonly text: string | null;
  readonly children: readonly AnswerTree[];
};

/** The answer with its root element, or first member, as the only child. Namespaces do not count: samples differ. */
export function toAnswerTree(body: WellFormed): AnswerTree {
  const root = body.kind === 'xml' ? [fromXml(body.root)] : membersOf(body.root);
  return { name: '', text: null, children: root };
}

export function childrenOf(tree: AnswerTree, name: string): readonly AnswerTree[] {
  return tree.children.filter((child) => child.name === name);
}

export function childOf(tree: AnswerTree, name: string): AnswerTree | null {
  return childrenOf(tree, name)[0] ?? null;
}

/** The text of a child; `null` where it is absent, or stands there twice with different texts. */
export function childText(tree: AnswerTree | null, name: string): string | null {
  const texts = new Set(tree === null ? [] : childrenOf(tree, name).map(({ text }) => text));
  const [only] = texts;
  return texts.size === 1 ? (only ?? null) : null;
}

function fromXml(element: XmlElement): AnswerTree {
  return {
    name: element.localName,
    text: element.text.trim(),
    children: element.children.map(fromXml),
  };
}

/** One tree for each item of an array, else one. */
function fromJson(name: string, node: JsonNode): readonly AnswerTree[] {
  switch (node.kind) {
    case 'array':
      return node.items.flatMap((item) => fromJson(name, item));
    case 'object':
      return [{ name, text: null, children: membersOf(node) }];
    case 'null':
      return [];
    case 'string':
    case 'number':
    case 'boolean':
      return [{ name, text: node.text.trim(), children: [] }];
  }
}

function membersOf(node: JsonNode): readonly AnswerTree[] {
  return node.kind === 'object' ? node.members.flatMap((member) => fromJson(member.name, member.value)) : [];
}
