import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

import type { JsonNode, SyntaxProblem } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { textPosition } from './text-position.ts';

/** Deeper nesting than this is refused: reading it would exhaust the stack. */
const maxDepth = 500;

/**
 * Reads strict JSON without ever making a number of it: `403993715529606983` and `1.00` stay the text they are.
 * A byte-order mark at the start is passed over. The problem is the first one, with its place.
 */
export function parseJson(text: string): Result<JsonNode, SyntaxProblem> {
  const tooDeep = findTooDeep(text);
  if (tooDeep !== null) return fail(problemAt(text, tooDeep, `nested more than ${maxDepth} levels deep`));
  const errors: ParseError[] = [];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const tree = parseTolerantly(mark === 0 ? text : ` ${text.slice(1)}`, errors);
  const [first] = errors;
  if (first !== undefined)
    return fail(
      problemAt(text, first.offset, faultWords[printParseErrorCode(first.error)] ?? 'this is not JSON'),
    );
  if (tree === undefined) return fail(problemAt(text, 0, 'there is no JSON value'));
  return ok(toJsonNode(tree, text));
}

/** Reads as far as it can, and collects what is wrong. */
function parseTolerantly(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, {
      disallowComments: true,
      allowTrailingComma: false,
      allowEmptyContent: false,
    });
  } catch (error) {
    // After a syntax error the reader goes on, and its nesting is no longer the one that was counted.
    if (error instanceof RangeError && errors.length > 0) return undefined;
    throw error;
  }
}

/** The value of an object's member; of the last one where a name repeats, as JSON readers commonly do. */
export function jsonMember(node: JsonNode | null | undefined, name: string): JsonNode | null {
  if (node?.kind !== 'object') return null;
  return node.members.findLast((member) => member.name === name)?.value ?? null;
}

/** The items of an array; a single value counts as a list of one, nothing as an empty list. */
export function jsonItems(node: JsonNode | null): readonly JsonNode[] {
  if (node === null || node.kind === 'null') return [];
  return node.kind === 'array' ? node.items : [node];
}

/** The text of a string (unescaped), number (literal), boolean; `null` for everything else. */
export function jsonText(node: JsonNode | null): string | null {
  if (node === null || node.kind === 'object' || node.kind === 'array' || node.kind === 'null') return null;
  return node.text;
}

/** The text of a member, as `jsonText` gives it. */
export function memberText(node: JsonNode | null | undefined, name: string): string | null {
  return jsonText(jsonMember(node, name));
}

/** A JSON text with another value for a member of its root, given as JSON; unchanged where there is no such member. */
export function replaceMember(text: string, name: string, value: string): string {
  const root = parseJson(text);
  const range = root.ok ? jsonMember(root.value, name)?.range : undefined;
  return range === undefined ? text : text.slice(0, range.start) + value + text.slice(range.end);
}

/** JSON text of a node without blanks; numbers and order as they were written. */
export function compactJson(node: JsonNode): string {
  if (node.kind === 'array') return `[${node.items.map(compactJson).join(',')}]`;
  if (node.kind === 'string') return JSON.stringify(node.text);
  if (node.kind !== 'object') return node.text;
  return `{${node.members.map(({ name, value }) => `${JSON.stringify(name)}:${compactJson(value)}`).join(',')}}`;
}

/** A number that `writeJson` writes digit for digit. */
export class ExactNumber {
  readonly literal: string;

  constructor(literal: string) {
    this.literal = literal;
  }
}

export type JsonValue =
  string | boolean | null | ExactNumber | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Writes JSON in the given order; numbers are the very text they were made of. */
export function writeJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if (value instanceof ExactNumber) return value.literal;
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${writeJson(item)}`);
  return `{${members.join(',')}}`;
}

function toJsonNode(node: Node, text: string): JsonNode {
  const range = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'object':
      return {
        kind: 'object',
        range,
        members: (node.children ?? []).map((property) => toMember(property, text)),
      };
    case 'array':
      return { kind: 'array', range, items: (node.children ?? []).map((item) => toJsonNode(item, text)) };
    case 'string':
      return { kind: 'string', range, text: String(node.value) };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: node.type, range, text: text.slice(range.start, range.end) };
    case 'property':
      throw new Error('A property stands outside an object');
  }
}

function toMember(property: Node, text: string): { name: string; value: JsonNode } {
  const [name, value] = property.children ?? [];
  if (name === undefined || value === undefined)
    throw new Error('A property without name or value was accepted');
  return { name: String(name.value), value: toJsonNode(value, text) };
}

function findTooDeep(text: string): number | null {
  let depth = 0;
  return findSign(text, (sign) => {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    return depth > maxDepth;
  });
}

/** The offset of the first character outside of strings that is wanted; `null` where none is. The text may be broken. */
export function findSign(text: string, isWanted: (sign: string) => boolean): number | null {
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (isWanted(character)) return index;
  }
  return null;
}

function problemAt(text: string, offset: number, message: string): SyntaxProblem {
  return { message, ...textPosition(text, offset) };
}

/** What is wrong, by the names that jsonc-parser has for it. */
export const jsonFaults = {
  InvalidSymbol: 'this is not a JSON value',
  InvalidNumberFormat: 'a number is not written as JSON allows',
  UnexpectedEndOfNumber: 'a number is not written as JSON allows',
  PropertyNameExpected: 'a property name in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is expected here',
  CloseBracketExpected: 'a closing bracket ] is expected here',
  EndOfFileExpected: 'nothing more is expected after the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'a string is not closed',
  InvalidUnicode: 'a backslash in a string starts no valid escape',
  InvalidEscapeCharacter: 'a backslash in a string starts no valid escape',
  InvalidCharacter: 'a control character stands unescaped in a string',
} as const;

const faultWords: Readonly<Record<string, string>> = jsonFaults;
