import { fail, ok, type Result } from '../model/result.ts';

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'sign'; readonly fits: (codePoint: number) => boolean }
  | { readonly kind: 'assertion'; readonly holds: (text: string, offset: number) => boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      /** `null` for no limit. */
      readonly most: number | null;
    };

/** Groups deeper than this are refused: reading them would exhaust the stack. */
const maxDepth = 200;

/**
 * Reads a regular expression of JavaScript with the `u` flag; look-around and back-references are refused. What is one
 * sign (a class, an escape, a dot) is left to JavaScript itself, one character at a time.
 */
export function parsePattern(source: string): Result<PatternNode, string> {
  const native = readNative(source);
  if (!native.ok) return native;
  const refused = findRefused(source);
  if (refused !== null) return fail(refused);
  const reader = { source, offset: 0 };
  return ok(readChoice(reader));
}

/** Nothing is matched with it: it only judges the syntax, so that what follows need not. */
function readNative(source: string): Result<RegExp, string> {
  try {
    return ok(new RegExp(source, 'u'));
  } catch (error) {
    return fail(`it is not a regular expression: ${reasonOf(error as Error)}`);
  }
}

type Reader = { readonly source: string; offset: number };

function reasonOf({ message }: Error): string {
  const reason = message.split(': ').at(-1) ?? message;
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

const token =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[^])|\[(?:\\[^]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<[^>]*>|[^:]*:)|[^]/uy;

function findRefused(source: string): string | null {
  let depth = 0;
  for (const [text] of source.matchAll(new RegExp(token.source, 'gu'))) {
    if (/^\(\?(?:[=!]|<[=!])/.test(text)) return 'it looks ahead or behind, which is not supported here';
    if (/^\(\?[^:<]/.test(text)) return 'it sets flags in a group, which is not supported here';
    if (/^\\(?:[1-9]|k)/.test(text)) return 'it refers back to a group, which is not supported here';
    if (text.startsWith('(')) depth += 1;
    if (text === ')') depth -= 1;
    if (depth > maxDepth) return `its groups are nested more than ${maxDepth} deep`;
  }
  return null;
}

function readChoice(reader: Reader): PatternNode {
  const parts = [readSequence(reader)];
  while (reader.source[reader.offset] === '|') {
    reader.offset += 1;
    parts.push(readSequence(reader));
  }
  return { kind: 'choice', parts };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.offset < reader.source.length && !'|)'.includes(reader.source.charAt(reader.offset)))
    parts.push(readRepeated(reader));
  return { kind: 'sequence', parts };
}

function readRepeated(reader: Reader): PatternNode {
  const part = readAtom(reader);
  const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y;
  quantifier.lastIndex = reader.offset;
  const match = quantifier.exec(reader.source);
  if (match === null) return part;
  reader.offset = quantifier.lastIndex;
  const [text, least = '0', comma, most = ''] = match;
  if (text.startsWith('{'))
    return {
      kind: 'repeat',
      part,
      least: Number(least),
      most: comma === undefined ? Number(least) : most === '' ? null : Number(most),
    };
  return {
    kind: 'repeat',
    part,
    least: text.startsWith('+') ? 1 : 0,
    most: text.startsWith('?') ? 1 : null,
  };
}

function readAtom(reader: Reader): PatternNode {
  token.lastIndex = reader.offset;
  const text = token.exec(reader.source)?.[0] ?? '';
  reader.offset += text.length;
  if (text.startsWith('(')) {
    const inner = readChoice(reader);
    reader.offset += 1;
    return inner;
  }
  const assertion = assertions[text];
  if (assertion !== undefined) return { kind: 'assertion', holds: assertion };
  const [codePoint] = [...text].map((sign) => sign.codePointAt(0));
  if (!/^[.\\[]/.test(text)) return { kind: 'sign', fits: (other) => other === codePoint };
  const one = new RegExp(`^${text}$`, 'u');
  return { kind: 'sign', fits: (other) => one.test(String.fromCodePoint(other)) };
}

const assertions: Readonly<Record<string, (text: string, offset: number) => boolean>> = {
  '^': (_text, offset) => offset === 0,
  $: (text, offset) => offset === text.length,
  '\\b': isWordEdge,
  '\\B': (text, offset) => !isWordEdge(text, offset),
};

function isWordEdge(text: string, offset: number): boolean {
  return isWordSign(text.charAt(offset - 1)) !== isWordSign(text.charAt(offset));
}

function isWordSign(sign: string): boolean {
  return /^\w$/.test(sign);
}
