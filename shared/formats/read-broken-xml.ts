import type { SyntaxProblem } from '../model/parsed-body.ts';
import { endXmlTags } from './end-xml-tags.ts';
import { findXmlCharacterSlips } from './find-xml-character-slips.ts';
import { pairXmlTags, type PairedXml } from './pair-xml-tags.ts';
import { scanXml, type XmlPiece } from './scan-xml.ts';
import { textPosition } from './text-position.ts';
import { mostSlips, type XmlSlip } from './xml-slip.ts';
import { namesOfShape, type PlainXmlShape, type XmlShape } from './xml-tree.ts';

/** A text that may be broken, read as far as it can be. */
export type BrokenXml<Shape> = PairedXml<Shape> & {
  readonly pieces: readonly XmlPiece[];
  /** What is not well-formed beside the tags that do not pair up, in the order of the text. */
  readonly others: readonly XmlSlip[];
};

/** Reads a text with what is documented of its root element; `null` where nothing is. Linear in the text. */
export function readBrokenXml<Shape extends XmlShape<Shape>>(
  text: string,
  root: Shape | null,
): BrokenXml<Shape> {
  const documented = new Set(root === null ? [] : namesOfShape(root));
  const { pieces, slips } = endXmlTags(text, scanXml(text), documented);
  const others = [...slips];
  for (const piece of pieces) {
    if (others.length >= mostSlips) break;
    others.push(...findXmlCharacterSlips(text, piece));
  }
  return { pieces, others, ...pairXmlTags(text, pieces, { root, documented }) };
}

/** Everything that is not well-formed, in the order of the text. */
export function slipsOf<Shape>({ slips, others }: BrokenXml<Shape>): readonly XmlSlip[] {
  return [...slips, ...others].toSorted((a, b) => a.range.start - b.range.start);
}

/** Where a text begins not to be well-formed, as far as nothing is known of what it should hold; else `null`. */
export function firstXmlSlip(text: string): SyntaxProblem | null {
  const [first] = slipsOf(readBrokenXml<PlainXmlShape>(text, null));
  return first === undefined ? null : { message: first.message, ...textPosition(text, first.range.start) };
}
