import { createScanner } from 'jsonc-parser';

import type { TextRange } from '../model/parsed-body.ts';

/** A piece of JSON: a sign, a string, or a word, which is anything else: a number, `true`, or what is no JSON at all. */
export type JsonToken = {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word';
  readonly range: TextRange;
  /** What a string says; a word or sign as it stands. */
  readonly text: string;
  /** False for a string whose closing quote is missing; it ends with its line. */
  readonly isClosed: boolean;
};

/** The pieces of a text that ought to be JSON, whatever it is; blanks and comments are left out. */
export function jsonTokens(text: string): readonly JsonToken[] {
  const scanner = createScanner(text, true);
  const tokens: JsonToken[] = [];
  while (true) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0) return tokens;
    const end = start + length;
    const written = text.slice(start, end);
    const last = tokens.at(-1);
    if (isSign(written)) tokens.push({ kind: written, range: { start, end }, text: written, isClosed: true });
    else if (written.startsWith('"')) {
      const said = scanner.getTokenValue();
      tokens.push({ kind: 'string', range: { start, end }, text: said, isClosed: isClosedString(written) });
    } else if (last?.kind === 'word' && last.range.end === start) {
      // `007` and `12px` are several pieces to the scanner; to the person who wrote them they are one.
      const whole = { start: last.range.start, end };
      tokens.splice(-1, 1, { ...last, range: whole, text: last.text + written });
    } else tokens.push({ kind: 'word', range: { start, end }, text: written, isClosed: true });
  }
}

function isSign(text: string): text is Exclude<JsonToken['kind'], 'string' | 'word'> {
  return text.length === 1 && '{}[],:'.includes(text);
}

function isClosedString(written: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/s.test(written);
}
