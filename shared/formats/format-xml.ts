import { lineEndOf } from './closing-place.ts';
import { judgeDraftXml } from './judge-draft-xml.ts';
import { scanXml, type XmlPiece } from './scan-xml.ts';

/**
 * The same XML with its elements indented by two blanks a level, one empty line kept where there were some, and a
 * comment beside an element left there. Tags, texts, comments, sections and variables stay as they are, byte for byte;
 * so does everything inside an element that holds text or `xml:space="preserve"`. `null` where it is not well-formed.
 */
export function formatXml(text: string): string | null {
  if (judgeDraftXml(text) !== null) return null;
  const pieces = scanXml(text);
  const rigid = rigidElements(text, pieces);
  const lineEnd = lineEndOf(text);
  const written: string[] = text.startsWith('\uFEFF') ? ['\uFEFF'] : [];
  let depth = 0;
  /** How deep the element is inside which nothing moves. */
  let rigidDepth: number | null = null;
  let last: XmlPiece | null = null;
  let gap = '';
  for (const piece of pieces) {
    const literal = text.slice(piece.range.start, piece.range.end);
    if (piece.kind === 'end') depth -= 1;
    if (rigidDepth !== null) written.push(literal);
    else if (piece.kind === 'text') gap = literal;
    else {
      if (last !== null) written.push(breakBefore(piece, { last, gap, depth, lineEnd }));
      written.push(literal);
      gap = '';
    }
    if (rigidDepth === depth && piece.kind === 'end') rigidDepth = null;
    if (rigidDepth === null && rigid.has(piece)) rigidDepth = depth;
    if (piece.kind === 'start' && !piece.empty) depth += 1;
    if (piece.kind !== 'text') last = piece;
  }
  return written.join('') + (/[\r\n]\s*$/.test(gap) ? lineEnd : '');
}

/** What parts a piece from the one before it, between which only the blanks of the gap stand. */
function breakBefore(
  piece: XmlPiece,
  {
    last,
    gap,
    depth,
    lineEnd,
  }: { readonly last: XmlPiece; readonly gap: string; readonly depth: number; readonly lineEnd: string },
): string {
  const lines = gap.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (piece.kind === 'comment' && lines === 0) return gap;
  const inner = piece.kind !== 'end' && !(last.kind === 'start' && !last.empty);
  return lineEnd.repeat(lines > 1 && inner ? 2 : 1) + '  '.repeat(depth);
}

/** The start tags of elements whose content may not move: those with text, and those with nothing to lay out. */
function rigidElements(text: string, pieces: readonly XmlPiece[]): ReadonlySet<XmlPiece> {
  const rigid = new Set<XmlPiece>();
  const open: { readonly tag: XmlPiece; holdsPieces: boolean; holdsText: boolean }[] = [];
  for (const piece of pieces) {
    const around = open.at(-1);
    if (piece.kind === 'end') {
      const element = open.pop();
      if (element !== undefined && (element.holdsText || !element.holdsPieces)) rigid.add(element.tag);
      continue;
    }
    const literal = text.slice(piece.range.start, piece.range.end);
    const isText = piece.kind === 'cdata' || (piece.kind === 'text' && literal.trim() !== '');
    if (around !== undefined && isText) around.holdsText = true;
    if (around !== undefined && !isText && piece.kind !== 'text') around.holdsPieces = true;
    if (piece.kind === 'start' && !piece.empty)
      open.push({
        tag: piece,
        holdsPieces: false,
        holdsText: /\sxml:space\s*=\s*["']preserve/.test(literal),
      });
  }
  return rigid;
}
