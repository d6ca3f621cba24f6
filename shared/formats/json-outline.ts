import { createScanner, type JSONScanner } from 'jsonc-parser';

import type { Outline, OutlineKind } from '../model/outline.ts';
import type { SyntaxProblem } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { jsonFaults } from './json.ts';
import { createOutlineBuilder, type OutlineBuilder } from './outline-builder.ts';
import { textPosition } from './text-position.ts';

/**
 * Writes down the nodes of strict JSON of any size and depth, without making values of them. It accepts what
 * `parseJson` accepts and names the same fault at the same place, but for nesting, of which it takes any depth.
 */
export function outlineJson(text: string): Result<Outline, SyntaxProblem> {
  const outline = createOutlineBuilder('json');
  const fault = readTokens(text, outline, false);
  if (fault !== null) return fail({ message: jsonFaults[fault.code], ...textPosition(text, fault.offset) });
  return ok(outline.finish(text.length));
}

/** The nodes in the beginning of a text, as far as it can be read. Nodes keep their places when more of it is there. */
export function outlineJsonStart(text: string): Outline {
  const outline = createOutlineBuilder('json');
  readTokens(text, outline, true);
  return outline.finish(text.length);
}

type FaultCode = keyof typeof jsonFaults;
type Fault = { readonly code: FaultCode; readonly offset: number };

/** The kinds of jsonc-parser's scanner; its own enumeration is none at run time. */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  unknown: 16,
  end: 17,
} as const;

const scanFaults: readonly (FaultCode | null)[] = [
  null,
  null,
  'UnexpectedEndOfString',
  'UnexpectedEndOfNumber',
  'InvalidUnicode',
  'InvalidEscapeCharacter',
  'InvalidCharacter',
];

const valueKinds: Readonly<Record<number, OutlineKind>> = {
  [token.openBrace]: 'object',
  [token.openBracket]: 'array',
  [token.string]: 'string',
  [token.number]: 'number',
  [token.null]: 'literal',
  [token.true]: 'literal',
  [token.false]: 'literal',
};

/** What may stand next. */
type Expected = 'value' | 'item or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing';

type Reading = {
  readonly scanner: JSONScanner;
  readonly outline: OutlineBuilder;
  /** Whether an object is open, by depth. */
  readonly inObject: boolean[];
  expected: Expected;
  /** Where the name of the member began whose value is expected; `null` in an array. */
  name: number | null;
};

/** Reads to the end or to the first fault. Of a beginning, the last word may not be all there. */
function readTokens(text: string, outline: OutlineBuilder, isBeginning: boolean): Fault | null {
  const readable = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const reading: Reading = {
    scanner: createScanner(readable, false),
    outline,
    inObject: [],
    expected: 'value',
    name: null,
  };
  const { scanner } = reading;
  for (;;) {
    const kind: number = scanner.scan();
    const offset = scanner.getTokenOffset();
    if (isBeginning && scanner.getPosition() === text.length) return null;
    const scanned = scanFaults[scanner.getTokenError()] ?? null;
    if (scanned !== null) return { code: scanned, offset };
    if (kind === token.lineBreak || kind === token.blank) continue;
    if (kind === token.lineComment || kind === token.blockComment)
      return { code: 'InvalidCommentToken', offset };
    if (kind === token.unknown) return { code: 'InvalidSymbol', offset };
    const code = take(kind, reading);
    if (code !== null) return { code, offset };
    if (kind === token.end) return null;
  }
}

/** Takes one word; tells what is wrong with it. */
function take(kind: number, reading: Reading): FaultCode | null {
  switch (reading.expected) {
    case 'value':
      return takeValue(kind, reading);
    case 'item or end':
      if (kind === token.end) return 'CloseBracketExpected';
      return kind === token.closeBracket ? close(reading) : takeValue(kind, reading);
    case 'name or end':
      if (kind === token.closeBrace) return close(reading);
      if (kind === token.end) return 'CloseBraceExpected';
      return kind === token.comma ? 'ValueExpected' : takeName(kind, reading);
    case 'name':
      return takeName(kind, reading);
    case 'colon':
      if (kind !== token.colon) return 'ColonExpected';
      reading.expected = 'value';
      return null;
    case 'comma or end':
      return takeComma(kind, reading);
    case 'nothing':
      return kind === token.end ? null : 'EndOfFileExpected';
  }
}

function takeValue(kind: number, reading: Reading): FaultCode | null {
  const { scanner, outline, inObject } = reading;
  const valueKind = valueKinds[kind];
  if (valueKind === undefined) return 'ValueExpected';
  const offset = scanner.getTokenOffset();
  const node = outline.add(valueKind, offset, reading.name ?? offset);
  reading.name = null;
  if (kind === token.openBrace || kind === token.openBracket) {
    outline.open(node);
    inObject.push(kind === token.openBrace);
    reading.expected = kind === token.openBrace ? 'name or end' : 'item or end';
  } else {
    outline.endAt(node, offset + scanner.getTokenLength());
    reading.expected = inObject.length === 0 ? 'nothing' : 'comma or end';
  }
  return null;
}

function takeName(kind: number, reading: Reading): FaultCode | null {
  if (kind !== token.string) return 'PropertyNameExpected';
  reading.name = reading.scanner.getTokenOffset();
  reading.expected = 'colon';
  return null;
}

function takeComma(kind: number, reading: Reading): FaultCode | null {
  const inObject = reading.inObject.at(-1) === true;
  if (kind === (inObject ? token.closeBrace : token.closeBracket)) return close(reading);
  if (kind === token.end) return inObject ? 'CloseBraceExpected' : 'CloseBracketExpected';
  if (kind !== token.comma) return 'CommaExpected';
  reading.expected = inObject ? 'name' : 'value';
  return null;
}

function close(reading: Reading): null {
  const { scanner, outline, inObject } = reading;
  outline.close(scanner.getTokenOffset() + 1);
  inObject.pop();
  reading.expected = inObject.length === 0 ? 'nothing' : 'comma or end';
  return null;
}

/** The value of a string as it is written, quotation marks and what follows them included; of a cut one what is there. */
export function jsonStringValue(literal: string): string {
  const end = literal.indexOf('"', 1);
  // A reader for each of a million names would be slow, and few have an escape.
  if (end !== -1 && literal.lastIndexOf('\\', end) === -1) return literal.slice(1, end);
  const scanner = createScanner(literal, true);
  scanner.scan();
  return scanner.getTokenValue();
}
