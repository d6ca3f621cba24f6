import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import type { JsonMember, JsonNode } from '../../model/parsed-body.ts';
import { resolveReference } from './resolve-reference.ts';

/** Schemas that hold themselves are followed so far. */
const deepest = 12;

/** Values in one sample; a schema of schemas could ask for millions. */
const mostValues = 5000;

const range = { start: 0, end: 0 };

/**
 * A value that a schema of OpenAPI 3 allows: its example, default or first choice, else one of its type. Numbers are
 * the text of the document, which no ready-made sampler keeps: `500.00` would become 500.
 */
export function sampleOf(schema: JsonNode | null, root: JsonNode): JsonNode {
  return sample(schema, { root, left: mostValues }, 0);
}

type Sampling = { readonly root: JsonNode; left: number };

function sample(schema: JsonNode | null, sampling: Sampling, depth: number): JsonNode {
  const found = resolveReference(sampling.root, schema);
  sampling.left -= 1;
  if (found === null || depth > deepest || sampling.left < 0) return { kind: 'null', range, text: 'null' };
  const given =
    jsonMember(found, 'example') ??
    jsonItems(jsonMember(found, 'examples'))[0] ??
    jsonMember(found, 'const') ??
    jsonMember(found, 'default') ??
    jsonItems(jsonMember(found, 'enum'))[0];
  if (given !== undefined && given !== null) return given;
  const [choice] = [...jsonItems(jsonMember(found, 'oneOf')), ...jsonItems(jsonMember(found, 'anyOf'))];
  if (choice !== undefined) return sample(choice, sampling, depth + 1);
  const parts = [found, ...jsonItems(jsonMember(found, 'allOf'))];
  const members = parts.flatMap((part, index) => membersOf(part, sampling, depth, index > 0));
  const type = typeOf(found);
  if (members.length > 0 || type === 'object')
    return {
      kind: 'object',
      range,
      members: [...new Map(members.map((member) => [member.name, member])).values()],
    };
  switch (type) {
    case 'array':
      return { kind: 'array', range, items: [sample(jsonMember(found, 'items'), sampling, depth + 1)] };
    case 'integer':
    case 'number':
      return { kind: 'number', range, text: memberText(found, 'minimum') ?? '0' };
    case 'boolean':
      return { kind: 'boolean', range, text: 'true' };
    default:
      return { kind: 'string', range, text: memberText(found, 'format') ?? 'text' };
  }
}

/** JSON text of a tree, two blanks a level; numbers as they are. */
export function sampleText(node: JsonNode, depth: number): string {
  const pad = '  '.repeat(depth + 1);
  const end = `\n${'  '.repeat(depth)}`;
  switch (node.kind) {
    case 'object':
      return node.members.length === 0
        ? '{}'
        : `{\n${node.members
            .map(({ name, value }) => `${pad}${JSON.stringify(name)}: ${sampleText(value, depth + 1)}`)
            .join(',\n')}${end}}`;
    case 'array':
      return node.items.length === 0
        ? '[]'
        : `[\n${node.items.map((item) => `${pad}${sampleText(item, depth + 1)}`).join(',\n')}${end}]`;
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
    case 'boolean':
    case 'null':
      return node.text;
  }
}

/** The sampled properties of one schema; of one in `allOf` also those that it refers to. */
function membersOf(part: JsonNode, sampling: Sampling, depth: number, whole: boolean): readonly JsonMember[] {
  if (whole) {
    const made = sample(part, sampling, depth + 1);
    return made.kind === 'object' ? made.members : [];
  }
  const properties = jsonMember(part, 'properties');
  return properties?.kind === 'object'
    ? properties.members
        .filter(({ value }) => memberText(resolveReference(sampling.root, value), 'readOnly') !== 'true')
        .map(({ name, value }) => ({ name, value: sample(value, sampling, depth + 1) }))
    : [];
}

/** In OpenAPI 3.1 a type may be a list of types. */
function typeOf(schema: JsonNode): string | null {
  const type = jsonMember(schema, 'type');
  return type?.kind === 'array'
    ? (type.items.map((item) => (item.kind === 'string' ? item.text : ''))[0] ?? null)
    : memberText(schema, 'type');
}
