import type { BodyFacts, Span, SpanKind } from '../../model/body-view.ts';

/** What a line begins in: XML may break a tag or a comment over lines. */
export type LineState = 'text' | 'tag' | 'comment';

type Coloured = { readonly spans: readonly Span[]; readonly after: LineState };

/** The colours of one line, the same that the editor has for them. */
export function colourLine(line: string, format: BodyFacts['format'], state: LineState): Coloured {
  if (format === 'json') return { spans: colourJson(line), after: 'text' };
  if (format === 'xml' || format === 'html') return colourXml(line, state);
  return { spans: line === '' ? [] : [[line.length, 'plain']], after: 'text' };
}

/** What the text before an offset leaves open; it looks back a few thousand characters only. */
export function stateBefore(text: string, offset: number): LineState {
  const before = text.slice(Math.max(0, offset - 5000), offset);
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return 'comment';
  return before.lastIndexOf('<') > before.lastIndexOf('>') ? 'tag' : 'text';
}

function colourJson(line: string): readonly Span[] {
  const words = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[^"\d\-tfn]+|./gs;
  return [...line.matchAll(words)].map(({ 0: word, index }) => [word.length, jsonKind(word, line, index)]);
}

function jsonKind(word: string, line: string, index: number): SpanKind {
  if (word.startsWith('"'))
    return /^\s*:/.test(line.slice(index + word.length, index + word.length + 20)) ? 'key' : 'string';
  if (/^-?\d/.test(word)) return 'number';
  return /^(?:true|false|null)$/.test(word) ? 'literal' : 'plain';
}

function colourXml(line: string, before: LineState): Coloured {
  const spans: Span[] = [];
  let state = before;
  for (let at = 0; at < line.length;) {
    const word = nextWord[state](line, at);
    if (word.length > 0) spans.push([word.length, word.kind]);
    at += word.length;
    state = word.after;
  }
  return { spans, after: state };
}

type Word = { readonly length: number; readonly kind: SpanKind; readonly after: LineState };

const tagWord = /(?<end>\/?\??>)|(?<value>"[^"]*"?|'[^']*'?)|(?<name>[^\s=/>"']+)|[\s=]+|./suy;
const openWord = /<[/?!]?[^\s/>]*/uy;

const nextWord: Readonly<Record<LineState, (line: string, at: number) => Word>> = {
  text: (line, at) => {
    if (line.startsWith('<!--', at)) return commentWord(line, at);
    openWord.lastIndex = at;
    const opened = openWord.exec(line)?.[0];
    if (opened !== undefined) return { length: opened.length, kind: 'tag', after: 'tag' };
    const end = line.indexOf('<', at);
    return { length: (end === -1 ? line.length : end) - at, kind: 'plain', after: 'text' };
  },
  tag: (line, at) => {
    tagWord.lastIndex = at;
    const { 0: word = ' ', groups } = tagWord.exec(line) ?? { groups: undefined };
    if (groups?.['end'] !== undefined) return { length: word.length, kind: 'tag', after: 'text' };
    const kind =
      groups?.['value'] !== undefined ? 'value' : groups?.['name'] === undefined ? 'plain' : 'attribute';
    return { length: word.length, kind, after: 'tag' };
  },
  comment: commentWord,
};

function commentWord(line: string, at: number): Word {
  const end = line.indexOf('-->', at);
  if (end === -1) return { length: line.length - at, kind: 'quiet', after: 'comment' };
  return { length: end + 3 - at, kind: 'quiet', after: 'text' };
}
