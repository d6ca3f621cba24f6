import type { TextRange } from '../model/parsed-body.ts';

/** What stands between the name of a tag and its end: `name="value"`, or what is left of that in a broken text. */
export type XmlAttribute = {
  readonly range: TextRange;
  /** Empty where no name can be read. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** Without its quotes; `null` where none is written. */
  readonly value: TextRange | null;
  /** `none`: written without quotes. `open`: the second quote is not there. */
  readonly quotes: 'both' | 'open' | 'none';
  /** Whether a blank parts it from what stands before it. */
  readonly parted: boolean;
};

/** A start tag or an end tag, also one that is not ended. */
export type XmlTag = {
  readonly kind: 'start' | 'end';
  readonly range: TextRange;
  /** As written, with prefix and variables; empty where there is none, as in `</>`. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly attributes: readonly XmlAttribute[];
  /** `<a/>`: start and end in one. */
  readonly empty: boolean;
  /** Whether its `>` is there. */
  readonly ended: boolean;
};

/** A stretch of an XML text. */
export type XmlPiece =
  | XmlTag
  | {
      readonly kind: 'text' | 'comment' | 'cdata' | 'instruction' | 'doctype';
      readonly range: TextRange;
      readonly ended: boolean;
    };

const variable = String.raw`\{\{[^{}]*\}\}`;
const name = new RegExp(
  String.raw`(?:[\p{L}_:]|${variable})(?:[\p{L}\p{N}\p{M}_:.\u00b7-]|${variable})*`,
  'uy',
);
const unquoted = new RegExp(String.raw`(?:${variable}|/(?!>)|[^\s"'<>/])+`, 'y');
const blanks = /\s*/y;

/**
 * Parts any text, however broken, into pieces that follow each other without a gap. A `{{variable}}` is never looked
 * into; a `<` that begins nothing stays in its text; a tag without `>` ends before the next `<`.
 */
export function scanXml(text: string): readonly XmlPiece[] {
  const pieces: XmlPiece[] = [];
  const nextTag = markupFinder(text);
  let at = 0;
  while (at < text.length) {
    const start = nextTag(at);
    if (start > at) pieces.push({ kind: 'text', range: { start: at, end: start }, ended: true });
    if (start === text.length) break;
    const piece = scanMarkup(text, start);
    pieces.push(piece);
    at = piece.range.end;
  }
  return pieces;
}

/** Gives the next `<` that begins something, at or after an offset that never goes back; the end where there is none. */
function markupFinder(text: string): (from: number) => number {
  const variables = text.matchAll(new RegExp(variable, 'g'));
  let inside = variables.next().value;
  return (from) => {
    let at = text.indexOf('<', from);
    while (at !== -1) {
      while (inside !== undefined && inside.index + inside[0].length <= at) inside = variables.next().value;
      if ((inside === undefined || inside.index > at) && beginsMarkup(text, at)) return at;
      at = text.indexOf('<', at + 1);
    }
    return text.length;
  };
}

function beginsMarkup(text: string, at: number): boolean {
  const next = text[at + 1] ?? '';
  if (next === '/' || next === '?') return true;
  return next === '!'
    ? /^<!(?:--|\[CDATA\[|DOCTYPE)/i.test(text.slice(at, at + 9))
    : match(name, text, at + 1) !== '';
}

function scanMarkup(text: string, start: number): XmlPiece {
  const head = text.slice(start, start + 9);
  if (head.startsWith('<!--')) return section('comment', text, start, '-->', 4);
  if (head === '<![CDATA[') return section('cdata', text, start, ']]>', 9);
  if (head.startsWith('<?')) return section('instruction', text, start, '?>', 2);
  if (head.startsWith('<!')) return scanDoctype(text, start);
  return head.startsWith('</') ? scanEndTag(text, start) : scanStartTag(text, start);
}

function section(
  kind: 'comment' | 'cdata' | 'instruction',
  text: string,
  start: number,
  ending: string,
  skip: number,
): XmlPiece {
  const found = text.indexOf(ending, start + skip);
  const end = found === -1 ? text.length : found + ending.length;
  return { kind, range: { start, end }, ended: found !== -1 };
}

function scanDoctype(text: string, start: number): XmlPiece {
  const found = /[>[]/g;
  found.lastIndex = start;
  const ending = found.exec(text)?.[0] === '[' ? ']>' : '>';
  const at = text.indexOf(ending, start);
  const end = at === -1 ? text.length : at + ending.length;
  return { kind: 'doctype', range: { start, end }, ended: at !== -1 };
}

function scanEndTag(text: string, start: number): XmlTag {
  const nameStart = start + 2 + match(/[ \t]*/y, text, start + 2).length;
  const found = match(name, text, nameStart);
  const nameRange =
    found === '' ? { start: start + 2, end: start + 2 } : { start: nameStart, end: nameStart + found.length };
  const stop = indexOfAny(text, nameRange.end, found === '' ? /[<>\r\n]/g : /[<>]/g);
  const ended = text[stop] === '>';
  const range = { start, end: ended ? stop + 1 : trimEnd(text, stop, nameRange.end) };
  return { kind: 'end', range, name: found, nameRange, attributes: [], empty: false, ended };
}

function scanStartTag(text: string, start: number): XmlTag {
  const found = match(name, text, start + 1);
  const nameRange = { start: start + 1, end: start + 1 + found.length };
  const attributes: XmlAttribute[] = [];
  const tag = { kind: 'start', name: found, nameRange, attributes } as const;
  let at = nameRange.end;
  for (;;) {
    const next = at + match(blanks, text, at).length;
    if (next >= text.length || text[next] === '<') {
      return { ...tag, range: { start, end: at }, empty: false, ended: false };
    }
    if (text[next] === '>') return { ...tag, range: { start, end: next + 1 }, empty: false, ended: true };
    if (text.startsWith('/>', next))
      return { ...tag, range: { start, end: next + 2 }, empty: true, ended: true };
    const attribute = scanAttribute(text, next, next > at);
    attributes.push(attribute);
    at = attribute.range.end;
  }
}

function scanAttribute(text: string, start: number, parted: boolean): XmlAttribute {
  const found = match(name, text, start);
  const nameRange = { start, end: start + found.length };
  const common = { name: found, nameRange, parted };
  if (found === '') {
    // Whatever stands here is no attribute; it is taken up to where one could begin.
    const junk = match(/[^\s<>/"'=]+/y, text, start).length || 1;
    return { ...common, range: { start, end: start + junk }, value: null, quotes: 'none' };
  }
  const equals = match(/\s*=\s*/y, text, nameRange.end).length;
  if (equals === 0) return { ...common, range: nameRange, value: null, quotes: 'none' };
  return { ...common, ...scanValue(text, start, nameRange.end + equals) };
}

function scanValue(
  text: string,
  start: number,
  at: number,
): Pick<XmlAttribute, 'range' | 'value' | 'quotes'> {
  const quote = text[at] ?? '';
  if (quote !== '"' && quote !== "'") {
    const length = match(unquoted, text, at).length;
    const end = at + length;
    const value = length === 0 ? null : { start: at, end };
    return { range: { start, end: length === 0 ? trimEnd(text, at, start) : end }, value, quotes: 'none' };
  }
  const close = text.indexOf(quote, at + 1);
  const angle = indexOfAny(text, at + 1, /[<>\r\n]/g);
  const lost =
    close === -1 || (angle < close && text.slice(angle, close).includes('<') && text[angle] !== '<');
  if (!lost)
    return { range: { start, end: close + 1 }, value: { start: at + 1, end: close }, quotes: 'both' };
  // A tag seems to end before the quote does: it is the quote that is missing.
  const end = text[angle] === '>' && text[angle - 1] === '/' ? angle - 1 : angle;
  return { range: { start, end }, value: { start: at + 1, end }, quotes: 'open' };
}

function indexOfAny(text: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function trimEnd(text: string, end: number, least: number): number {
  let at = end;
  while (at > least && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
