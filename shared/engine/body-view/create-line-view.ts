import type {
  BodyFacts,
  BodyLayout,
  FoundText,
  LinePlace,
  LineRange,
  ViewLine,
} from '../../model/body-view.ts';
import type { Outline } from '../../model/outline.ts';
import { colourLine, type LineState, stateBefore } from './colour-line.ts';
import { createIndentedLines, type IndentedLines } from './create-indented-lines.ts';
import type { LineIndex } from './create-line-index.ts';
import { findText } from './find-text.ts';

/** A body as lines, in both layouts. The questions are those of `BodyView`. */
export type LineView = {
  readonly count: (layout: BodyLayout) => number;
  readonly lines: (layout: BodyLayout, from: number, count: number, longest: number) => readonly ViewLine[];
  readonly copy: (layout: BodyLayout, range: LineRange | null) => string;
  readonly find: (layout: BodyLayout, query: string, behind: LinePlace) => FoundText;
  readonly placeOf: (layout: BodyLayout, found: number) => LinePlace | null;
};

type Given = {
  readonly text: string;
  readonly index: LineIndex;
  readonly read: { readonly format: BodyFacts['format']; readonly outline: Outline | null };
  readonly isWhole: boolean;
};

/** Lines as they came need nothing but the text; the other layout is made when it is first asked for. */
export function createLineView({ text, index, read, isWhole }: Given): LineView {
  let indented: IndentedLines | null = null;
  let found: readonly LinePlace[] = [];
  const laidOut = (): IndentedLines | null => {
    if (!isWhole || read.outline === null) return null;
    return (indented ??= createIndentedLines({ text, outline: read.outline }));
  };
  const source = (from: number, count: number): readonly string[] =>
    Array.from({ length: Math.max(0, Math.min(count, index.count() - from)) }, (_, place) =>
      lineOf(text, index, from + place),
    );
  const textLines = (layout: BodyLayout, from: number, count: number): readonly string[] =>
    layout === 'received' ? source(from, count) : (laidOut()?.lines(from, count) ?? []);
  return {
    count: (layout) => (layout === 'received' ? index.count() : (laidOut()?.count ?? 0)),
    lines: (layout, from, count, longest) => {
      const start: LineState = layout === 'received' ? stateBefore(text, index.start(from)) : 'text';
      return coloured(textLines(layout, from, count), read.format, start, longest);
    },
    copy: (layout, range) => {
      if (layout === 'received') return text.slice(...offsets(index, text, range));
      const lines = laidOut();
      return lines === null ? '' : copyLines(lines, range);
    },
    find: (layout, query, behind) => {
      found =
        layout === 'received'
          ? findText(text, query, read.format).map((offset) => placeAt(index, offset))
          : findIndented(laidOut(), query);
      const next = found.findIndex(
        ({ line, column }) => line > behind.line || (line === behind.line && column >= behind.column),
      );
      return { count: found.length, next: Math.max(0, next) };
    },
    placeOf: (_layout, place) => found[place] ?? null,
  };
}

function lineOf(text: string, index: LineIndex, line: number): string {
  const whole = text.slice(index.start(line), index.start(line + 1));
  return line + 1 < index.count() ? whole.replace(/(?:\r\n|\r|\n)$/, '') : whole;
}

function placeAt(index: LineIndex, offset: number): LinePlace {
  const line = index.lineAt(offset);
  return { line, column: offset - index.start(line) };
}

function offsets(index: LineIndex, text: string, range: LineRange | null): readonly [number, number] {
  if (range === null) return [0, text.length];
  const { from, to } = range;
  return [index.start(from.line) + from.column, index.start(to.line) + to.column];
}

function coloured(
  lines: readonly string[],
  format: BodyFacts['format'],
  start: LineState,
  longest: number,
): readonly ViewLine[] {
  let state = start;
  return lines.map((line) => {
    // Where a value holds a line break, it stays in its line.
    const text = line.slice(0, longest).replaceAll(/[\r\n]/g, ' ');
    const { spans, after } = colourLine(text, format, state);
    state = after;
    return { text, spans, length: line.length };
  });
}

/** How many lines are made at once where all of them are gone through. */
const block = 10_000;

function findIndented(lines: IndentedLines | null, query: string): readonly LinePlace[] {
  const wanted = query.toLowerCase();
  const found: LinePlace[] = [];
  if (lines === null || wanted === '') return found;
  for (let from = 0; from < lines.count; from += block) {
    lines.lines(from, block).forEach((line, place) => {
      const text = line.toLowerCase();
      for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length))
        found.push({ line: from + place, column: at });
    });
  }
  return found;
}

function copyLines(lines: IndentedLines, range: LineRange | null): string {
  const { from, to } = range ?? { from: { line: 0, column: 0 }, to: { line: lines.count, column: 0 } };
  const parts: string[] = [];
  for (let at = from.line; at <= to.line && at < lines.count; at += block) {
    const texts = lines.lines(at, Math.min(block, to.line - at + 1));
    parts.push(...texts.map((text, place) => (at + place === to.line ? text.slice(0, to.column) : text)));
  }
  return parts.map((text, place) => (place === 0 ? text.slice(from.column) : text)).join('\n');
}
