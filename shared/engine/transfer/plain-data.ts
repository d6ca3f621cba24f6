import type { JsonNode } from '../../model/parsed-body.ts';

/** JSON as plain data for a schema to judge; numbers are the text they were. */
export function plainData(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, plainData(value)]));
    case 'array':
      return node.items.map(plainData);
    case 'null':
      return null;
    case 'boolean':
      return node.text === 'true';
    case 'string':
    case 'number':
      return node.text;
  }
}
