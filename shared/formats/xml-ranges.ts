import type { TextRange } from '../model/parsed-body.ts';
import { scanXml, type XmlTag } from './scan-xml.ts';
import { localName } from './xml-tree.ts';

/** Where an element of a well-formed text stands. */
export type XmlStretch = {
  readonly localName: string;
  /** The name with its prefix. */
  readonly name: string;
  /** From the `<` of its start tag to behind its end tag. */
  readonly range: TextRange;
  /** Between its tags; `null` of an element without an end tag (`<a/>`). */
  readonly content: TextRange | null;
  readonly children: readonly XmlStretch[];
  /** Whether a comment, CDATA or processing instruction stands directly in it. */
  readonly hasMarkup: boolean;
};

type OpenElement = { readonly tag: XmlTag; readonly children: XmlStretch[]; hasMarkup: boolean };

/** The root of a text in which `findXmlProblem` has found nothing, with the place of every element. */
export function readXmlRanges(text: string): XmlStretch | null {
  const stack: OpenElement[] = [];
  let root: XmlStretch | null = null;
  const close = ({ tag, children, hasMarkup }: OpenElement, end: XmlTag | null): void => {
    const content = end === null ? null : { start: tag.range.end, end: end.range.start };
    const range = { start: tag.range.start, end: (end ?? tag).range.end };
    const stretch = { localName: localName(tag.name), name: tag.name, range, content, children, hasMarkup };
    const above = stack.at(-1);
    if (above === undefined) root = stretch;
    else above.children.push(stretch);
  };
  for (const piece of scanXml(text)) {
    const above = stack.at(-1);
    if (piece.kind === 'end') {
      const open = stack.pop();
      if (open !== undefined) close(open, piece);
    } else if (piece.kind === 'start') {
      const open = { tag: piece, children: [], hasMarkup: false };
      if (piece.empty) close(open, null);
      else stack.push(open);
    } else if (piece.kind !== 'text' && above !== undefined) above.hasMarkup = true;
  }
  return root;
}
