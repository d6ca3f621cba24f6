import type { LineRange, SpanKind, ViewLine } from '../../../shared/model/body-view.ts';

/** A stretch of a line that looks the same all through. */
export type Piece = { readonly text: string; readonly kind: SpanKind; readonly isSelected: boolean };

/** Cuts a line where its colour changes, and where the selection begins and ends. */
export function cutLine(
  { text, spans }: ViewLine,
  line: number,
  selection: LineRange | null,
): readonly Piece[] {
  const [from, to] = selectedColumns(line, text.length, selection);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [length, kind] of spans) {
    const end = at + length;
    const cuts = [at, ...[from, to].filter((cut) => cut > at && cut < end), end];
    cuts.slice(0, -1).forEach((start, place) => {
      const stop = cuts[place + 1] ?? end;
      pieces.push({ text: text.slice(start, stop), kind, isSelected: start >= from && stop <= to });
    });
    at = end;
  }
  return pieces;
}

/** The columns of a line that are selected; two equal ones where none are. */
export function selectedColumns(
  line: number,
  length: number,
  selection: LineRange | null,
): readonly [number, number] {
  if (selection === null || line < selection.from.line || line > selection.to.line) return [0, 0];
  const from = line === selection.from.line ? selection.from.column : 0;
  const to = line === selection.to.line ? selection.to.column : length;
  return [Math.min(from, length), Math.min(to, length)];
}
