import type { FieldSpec } from '../../definition/field-spec.ts';
import { parseJson } from '../../formats/json.ts';
import type { JsonNode, SyntaxProblem, TextRange } from '../../model/parsed-body.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { maskReferences } from '../mask-references.ts';
import { replaceRange } from '../replace-range.ts';
import { type GuidedBody, type GuidedField, type Notation, shapeOf } from './guided-field.ts';

/** A JSON body as a form; `{{variables}}` may stand anywhere, also bare. Fails where it is no JSON object. */
export function guideJson(
  text: string,
  specs: readonly FieldSpec[],
): Result<GuidedBody<string>, SyntaxProblem> {
  const parsed = parseJson(maskReferences(text));
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  if (root.kind !== 'object')
    return fail({ message: 'an object { … } is expected here', line: 1, column: 1 });
  const others = root.members
    .map(({ name }) => name)
    .filter((name) => !specs.some((spec) => spec.name === name));
  return ok({ fields: specs.map((spec) => memberField(text, root, specs, spec, '')), others });
}

type JsonObject = Extract<JsonNode, { kind: 'object' }>;
type JsonArray = Extract<JsonNode, { kind: 'array' }>;

function memberField(
  text: string,
  object: JsonObject,
  specs: readonly FieldSpec[],
  spec: FieldSpec,
  above: string,
): GuidedField<string> {
  const path = above === '' ? spec.name : `${above}.${spec.name}`;
  const index = object.members.findLastIndex(({ name }) => name === spec.name);
  const node = object.members[index]?.value ?? null;
  const insert = (literal: string): string => insertMember(text, object, specs, spec, literal);
  const field = nodeField(text, node, spec, path, insert);
  return { ...field, remove: index === -1 ? null : () => removeMember(text, object, index) };
}

/** A value that is there or, where `node` is `null`, would be put there by `insert`. */
function nodeField(
  text: string,
  node: JsonNode | null,
  spec: FieldSpec,
  path: string,
  insert: (literal: string) => string,
): GuidedField<string> {
  const shape = shapeOf(spec);
  const expected = { value: null, group: 'object', list: 'array' }[shape];
  const isOther = node !== null && (expected === null ? isNested(node) : node.kind !== expected);
  const base = {
    path,
    spec,
    shape,
    isThere: node !== null,
    value: null,
    notation: null,
    obstacle: null,
    parts: [],
  };
  const write = (literal: string): string =>
    node === null ? insert(literal) : replaceRange(text, node.range, literal);
  const changes = {
    set: (value: string, notation: Notation | null) =>
      write(literalOf(value, notation ?? notationFor(value, spec))),
    add: () => write(emptyLiteral(spec)),
    remove: null,
  };
  if (node === null) return { ...base, ...changes };
  if (isOther) return { ...base, ...changes, obstacle: obstacles[shape] };
  if (node.kind === 'object' && shape === 'group')
    return { ...base, ...changes, parts: partsOf(text, node, spec, path) };
  if (node.kind === 'array')
    return {
      ...base,
      ...changes,
      parts: itemsOf(text, node, spec, path),
      add: () => addItem(text, node, spec),
    };
  return { ...base, ...changes, ...readValue(text, node, spec) };
}

const obstacles = {
  value: 'Something is inside it, so it is edited as text.',
  group: 'It is no object, so it is edited as text.',
  list: 'It is no list, so it is edited as text.',
};

function isNested(node: JsonNode): boolean {
  return node.kind === 'object' || node.kind === 'array';
}

function partsOf(
  text: string,
  node: JsonObject,
  spec: FieldSpec,
  path: string,
): readonly GuidedField<string>[] {
  const specs = spec.fields ?? [];
  return specs.map((part) => memberField(text, node, specs, part, path));
}

function itemsOf(
  text: string,
  list: JsonArray,
  spec: FieldSpec,
  path: string,
): readonly GuidedField<string>[] {
  const itemSpec: FieldSpec = { ...spec, type: 'object' };
  return list.items.map((item, index) => ({
    ...nodeField(text, item, itemSpec, `${path}[${index}]`, () => text),
    remove: () => removeItem(text, list, index),
  }));
}

/** What a value says. A bare variable and a number are as they are written; `null` is an empty text. */
function readValue(
  text: string,
  node: JsonNode,
  spec: FieldSpec,
): Pick<GuidedField<string>, 'value' | 'notation'> {
  const written = text.slice(node.range.start, node.range.end);
  if (node.kind === 'string' && written.startsWith('"')) {
    const inside = written.slice(1, -1);
    return { value: unescapeAround(inside), notation: inside === '' ? notationFor('', spec) : 'quoted' };
  }
  return { value: node.kind === 'null' ? '' : written, notation: 'bare' };
}

/** A string's text with its escapes read, but for those inside `{{variables}}`. */
function unescapeAround(inside: string): string {
  const unescape = (part: string): string => {
    const parsed = parseJson(`"${part}"`);
    return parsed.ok && parsed.value.kind === 'string' ? parsed.value.text : part;
  };
  return inside
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : unescape(part)))
    .join('');
}

const wholeVariable = /^\{\{[^{}]*\}\}$/;
const bareLiteral = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/;

/** How a value is written where the body does not say it yet. */
function notationFor(value: string, { type }: FieldSpec): Notation {
  const canBeBare = type === 'integer' || type === 'amount' || type === 'boolean' || type === 'any';
  return canBeBare && value !== '' ? 'bare' : 'quoted';
}

/** A value in a notation; what cannot be written bare is quoted, so that the body stays JSON. */
function literalOf(value: string, notation: Notation): string {
  const mayBeBare = bareLiteral.test(value) || wholeVariable.test(value);
  return notation === 'bare' && mayBeBare ? value : quote(value);
}

/** A JSON string; the inside of a `{{variable}}` is its name and not escaped. */
function quote(value: string): string {
  const parts = value.split(/(\{\{[^{}]*\}\})/);
  return `"${parts.map((part, index) => (index % 2 === 1 ? part : JSON.stringify(part).slice(1, -1))).join('')}"`;
}

/** The field with its required parts, all empty. */
function emptyLiteral(spec: FieldSpec): string {
  const shape = shapeOf(spec);
  if (shape === 'value') return '""';
  return shape === 'list' ? `[${emptyItem(spec)}]` : emptyItem(spec);
}

function emptyItem({ fields = [] }: FieldSpec): string {
  const required = fields.filter((field) => field.required);
  if (required.length === 0) return '{}';
  return `{ ${required.map((field) => `${JSON.stringify(field.name)}: ${emptyLiteral(field)}`).join(', ')} }`;
}

/** Puts a member after the last one that comes before it in the documentation, laid out as its neighbours are. */
function insertMember(
  text: string,
  { members, range }: JsonObject,
  specs: readonly FieldSpec[],
  spec: FieldSpec,
  literal: string,
): string {
  const member = `${JSON.stringify(spec.name)}: ${literal}`;
  const order = (name: string): number => specs.findIndex((candidate) => candidate.name === name);
  const before = members.findLastIndex(({ name }) => order(name) !== -1 && order(name) < order(spec.name));
  const [first] = members;
  const inside = range.start + 1;
  if (first === undefined) return replaceRange(text, { start: inside, end: range.end - 1 }, ` ${member} `);
  const firstStart = nameStart(text, inside);
  const previous = members[before];
  if (previous === undefined)
    return replaceRange(
      text,
      { start: firstStart, end: firstStart },
      `${member},${gapAt(text, inside, firstStart)}`,
    );
  const end = previous.value.range.end;
  return replaceRange(text, { start: end, end }, `,${gapAt(text, inside, firstStart)}${member}`);
}

/** What stands between the brace and the first member: a line break with its indentation, or a blank. */
function gapAt(text: string, inside: number, firstStart: number): string {
  const gap = text.slice(inside, firstStart);
  return gap === '' ? ' ' : gap;
}

function removeMember(text: string, { members, range }: JsonObject, index: number): string {
  const start = nameStart(text, members[index - 1]?.value.range.end ?? range.start + 1);
  const end = members[index]?.value.range.end ?? start;
  return cut(text, { start, end }, members[index - 1]?.value.range.end ?? null, index + 1 < members.length);
}

function addItem(text: string, { items, range }: JsonArray, spec: FieldSpec): string {
  const item = emptyItem(spec);
  const inside = range.start + 1;
  const last = items.at(-1);
  if (last === undefined) return replaceRange(text, { start: inside, end: range.end - 1 }, item);
  const gap = gapAt(text, inside, items[0]?.range.start ?? inside);
  return replaceRange(text, { start: last.range.end, end: last.range.end }, `,${gap}${item}`);
}

function removeItem(text: string, { items }: JsonArray, index: number): string {
  const range = items[index]?.range;
  if (range === undefined) return text;
  return cut(text, range, items[index - 1]?.range.end ?? null, index + 1 < items.length);
}

/** Takes a member or an item out, with the comma that belongs to it; `previousEnd` is the end of the one before. */
function cut(text: string, range: TextRange, previousEnd: number | null, hasNext: boolean): string {
  if (previousEnd !== null) return replaceRange(text, { start: previousEnd, end: range.end }, '');
  if (!hasNext) return replaceRange(text, range, '');
  return replaceRange(text, { start: range.start, end: nameStart(text, range.end) }, '');
}

/** Where the next name or item begins after a place in well-formed JSON. */
function nameStart(text: string, from: number): number {
  let index = from;
  while (/[\s,]/.test(text.charAt(index))) index += 1;
  return index;
}
