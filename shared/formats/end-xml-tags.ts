import type { XmlAttribute, XmlPiece, XmlTag } from './scan-xml.ts';
import { fixOf, type XmlSlip } from './xml-slip.ts';

/**
 * Tells a start tag that lost its `>` from a `<` that was meant as a character, which becomes text. One that lost it
 * ends before the first thing that is no attribute. Gives the pieces without such doubt, and what was wrong.
 */
export function endXmlTags(
  text: string,
  pieces: readonly XmlPiece[],
  documented: ReadonlySet<string>,
): { readonly pieces: readonly XmlPiece[]; readonly slips: readonly XmlSlip[] } {
  if (pieces.every((piece) => piece.kind !== 'start' || piece.ended)) return { pieces, slips: [] };
  const slips: XmlSlip[] = [];
  const ended = pieces.flatMap((piece, index): readonly XmlPiece[] => {
    if (piece.kind !== 'start' || piece.ended) return [piece];
    const cut = withoutText(piece, nextTag(pieces, index), documented);
    if (cut === null && piece.attributes.some((attribute) => isJunk(attribute)))
      return [{ kind: 'text', range: piece.range, ended: true }];
    const { tag, slip } = endTag(text, cut ?? piece);
    slips.push(slip);
    const rest = { start: tag.range.end, end: piece.range.end };
    return rest.start === rest.end ? [tag] : [tag, { kind: 'text', range: rest, ended: true }];
  });
  return { pieces: ended, slips };
}

function nextTag(pieces: readonly XmlPiece[], from: number): XmlTag | null {
  for (let index = from + 1; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece?.kind === 'start' || piece?.kind === 'end') return piece;
  }
  return null;
}

/**
 * The tag with the name by which it is closed right after, or with one that is documented: text may have grown on to
 * it. `null` where it has neither.
 */
function withoutText(tag: XmlTag, next: XmlTag | null, documented: ReadonlySet<string>): XmlTag | null {
  const closed =
    next?.kind === 'end' && next.name !== '' && tag.name.startsWith(next.name) ? next.name : null;
  const name =
    closed ??
    [...documented].find(
      (known) => tag.name.startsWith(known) && !/^[\p{L}_]/u.test(tag.name.slice(known.length)),
    );
  if (name === undefined) return null;
  if (name === tag.name) return tag;
  const end = tag.nameRange.start + name.length;
  return { ...tag, name, nameRange: { start: tag.nameRange.start, end }, attributes: [] };
}

function isJunk({ name, value }: XmlAttribute): boolean {
  return name === '' || (value === null && !name.includes('{{'));
}

function endTag(text: string, cut: XmlTag): { readonly tag: XmlTag; readonly slip: XmlSlip } {
  const first = cut.attributes.findIndex((attribute) => isJunk(attribute));
  const attributes = first === -1 ? cut.attributes : cut.attributes.slice(0, first);
  const end = attributes.at(-1)?.range.end ?? cut.nameRange.end;
  const content = first === -1 ? end : (cut.attributes[first]?.range.start ?? end);
  const range = { start: cut.range.start, end };
  const slip: XmlSlip = {
    concerns: 'tags',
    kind: 'unended',
    range,
    message: `the tag ${text.slice(range.start, end)} is not ended; write > behind it`,
    fix: fixOf('End the tag with >', { start: end, end: content }, '>'),
  };
  return { tag: { ...cut, range, attributes }, slip };
}
