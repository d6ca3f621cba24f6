import { SaxesParser } from 'saxes';

import type { Outline } from '../model/outline.ts';
import type { SyntaxProblem } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { createOutlineBuilder, type OutlineBuilder } from './outline-builder.ts';
import { findXmlProblem } from './xml.ts';

/** How much is read before looking whether something was wrong with it already. In UTF-16 units. */
const chunk = 65_536;

type Events = SaxesParser<{ xmlns: false; position: false }>;

/**
 * Writes down the nodes of strict XML of any size and depth: elements; comments and instructions; character data that
 * is not blank, where elements stand beside it. It accepts what `parseXml` accepts, but for nesting, of which it takes
 * any depth.
 */
export function outlineXml(text: string): Result<Outline, SyntaxProblem> {
  const { outline, isFaulty } = readElements(text, true);
  if (!isFaulty) return ok(outline);
  return fail(findXmlProblem(text) ?? { message: 'it is not well-formed', line: 1, column: 1 });
}

/** The nodes in the beginning of a text, as far as it can be read. Nodes keep their places when more of it is there. */
export function outlineXmlStart(text: string): Outline {
  return readElements(text, false).outline;
}

function readElements(
  text: string,
  isWhole: boolean,
): { readonly outline: Outline; readonly isFaulty: boolean } {
  const outline = createOutlineBuilder('xml');
  const parser: Events = new SaxesParser({ xmlns: false, position: false });
  let isFaulty = false;
  const fault = (): void => {
    isFaulty = true;
  };
  parser.on('error', fault);
  parser.on('doctype', fault);
  listen(parser, outline, text);
  // The listeners above set it.
  // oxlint-disable-next-line no-unmodified-loop-condition
  for (let start = 0; start < text.length && !isFaulty; start += chunk)
    parser.write(text.slice(start, start + chunk));
  if (isWhole && !isFaulty) parser.close();
  return { outline: outline.finish(text.length), isFaulty };
}

function listen(parser: Events, outline: OutlineBuilder, text: string): void {
  /** Behind the last tag, comment or instruction. */
  let read = 0;
  const take = (start: number, end = parser.position): void => {
    if (outline.current() !== null && /\S/.test(text.slice(read, start)))
      outline.endAt(outline.add('text', read, read), start);
    read = end;
  };
  const takeOther = (opening: string, end: number): void => {
    const start = text.lastIndexOf(opening, end - opening.length - 1);
    take(start, end);
    if (outline.current() !== null) outline.endAt(outline.add('other', start, start), read);
  };
  parser.on('opentag', () => {
    // No `<` can stand in a tag, not even in an attribute.
    const start = text.lastIndexOf('<', parser.position - 1);
    take(start);
    outline.open(outline.add('element', start, read));
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    // Character data without anything beside it is not a node of its own: it would double the list.
    const isLeaf = outline.count() === (outline.current() ?? 0) + 1;
    if (isLeaf || isSelfClosing) read = parser.position;
    else take(text.lastIndexOf('<', parser.position - 1));
    outline.close(read);
  });
  // It is told before the > that ends it.
  parser.on('comment', () => takeOther('<!--', parser.position + 1));
  parser.on('processinginstruction', ({ target }) => takeOther(`<?${target}`, parser.position));
}

/** What a stretch of character data says: entities decoded, CDATA included; of a cut one what can be read. */
export function xmlCharacterData(source: string): string {
  if (!/[&<]/.test(source)) return source;
  const parser = new SaxesParser({ fragment: true, position: false });
  const parts: string[] = [];
  parser.on('error', () => undefined);
  parser.on('text', (text) => parts.push(text));
  parser.on('cdata', (text) => parts.push(text));
  parser.write(source).close();
  return parts.join('');
}
