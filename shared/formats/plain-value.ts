import type { JsonNode } from '../model/parsed-body.ts';

/** A tree as plain values; a number becomes the text it was written as, so that `500.00` stays what it is. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
    case 'array':
      return node.items.map((item) => plainValue(item));
    case 'null':
      return null;
    case 'boolean':
      return node.text === 'true';
    default:
      return node.text;
  }
}
