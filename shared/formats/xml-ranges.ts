import type { TextRange } from '../model/parsed-body.ts';

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

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?<end>\/)?(?<name>[^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/** The root of a text in which `findXmlProblem` has found nothing, with the place of every element. */
export function readXmlRanges(text: string): XmlStretch | null {
  type Open = { name: string; start: number; inside: number; children: XmlStretch[]; hasMarkup: boolean };
  const stack: Open[] = [];
  let root: XmlStretch | null = null;
  const close = (
    { name, start, inside, children, hasMarkup }: Open,
    contentEnd: number | null,
    end: number,
  ): void => {
    const localName = name.slice(name.indexOf(':') + 1);
    const content = contentEnd === null ? null : { start: inside, end: contentEnd };
    const stretch = { localName, name, range: { start, end }, content, children, hasMarkup };
    const above = stack.at(-1);
    if (above === undefined) root = stretch;
    else above.children.push(stretch);
  };
  for (const match of text.matchAll(token)) {
    const [written] = match;
    const { end, name } = match.groups ?? {};
    const behind = match.index + written.length;
    const above = stack.at(-1);
    if (name === undefined) {
      if (above !== undefined) above.hasMarkup = true;
    } else if (end !== undefined) {
      const open = stack.pop();
      if (open !== undefined) close(open, match.index, behind);
    } else {
      const open = { name, start: match.index, inside: behind, children: [], hasMarkup: false };
      if (written.endsWith('/>')) close(open, null, behind);
      else stack.push(open);
    }
  }
  return root;
}
