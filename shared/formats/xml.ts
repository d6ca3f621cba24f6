import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';

import type { SyntaxProblem, XmlElement } from '../model/parsed-body.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { textPosition } from './text-position.ts';

/** Deeper nesting than this is refused: showing it as a tree would exhaust the stack. */
export const maxDepth = 500;

/** How much is read before looking whether something was wrong with it already. In UTF-16 units. */
const chunk = 65_536;

const comment = '#comment';
const cdata = '#cdata';
const characterData = '#text';
const attributeGroup = ':@';

/**
 * Reads strict XML: one root, nothing after it, no DOCTYPE. Text stays text (`0005`, `1e5`), order is kept.
 * Well-formedness is judged by saxes, because fast-xml-parser's own validator accepts two roots and text after the root.
 */
export function parseXml(text: string): Result<XmlElement, SyntaxProblem> {
  const problem = findXmlProblem(text);
  if (problem !== null) return fail(problem);
  try {
    const root = (treeParser().parse(text) as unknown[]).map(toElement).find((element) => element !== null);
    return root === undefined ? fail({ message: 'there is no element', line: 1, column: 1 }) : ok(root);
  } catch (error) {
    return fail({ message: `it cannot be shown as a tree: ${(error as Error).message}`, line: 1, column: 1 });
  }
}

/** The first child of a local name. */
export function xmlChild(element: XmlElement | null, localName: string): XmlElement | null {
  return element?.children.find((child) => child.localName === localName) ?? null;
}

/** All children of a local name, in order. */
export function xmlChildren(element: XmlElement | null, localName: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.localName === localName) ?? [];
}

/** The trimmed text of a child, or `null` where it is absent. */
export function xmlChildText(element: XmlElement | null, localName: string): string | null {
  return xmlChild(element, localName)?.text.trim() ?? null;
}

/** The value of an attribute, by its name without prefix. */
export function xmlAttribute(element: XmlElement, name: string): string | null {
  return element.attributes.find(([key]) => localPart(key) === name)?.[1] ?? null;
}

/** Text made safe for element content and for attribute values. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** Why a text is not well-formed, or holds what is refused, and where; `null` where nothing is wrong with it. */
export function findXmlProblem(text: string): SyntaxProblem | null {
  const parser = new SaxesParser({ position: true });
  let problem: SyntaxProblem | null = null;
  let depth = 0;
  const report = (message: string): void => {
    if (problem !== null) return;
    const read = Math.min(parser.position, text.length);
    const ampersand = findBareAmpersand(text.slice(0, read));
    problem =
      ampersand === null
        ? { message, ...textPosition(text, read - 1) }
        : { message: 'an & stands alone; write &amp; for it', ...textPosition(text, ampersand) };
  };
  parser.on('error', (error) => report(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', () => report('a DOCTYPE is refused, because it can pull in other files'));
  parser.on('opentag', () => {
    depth += 1;
    if (depth > maxDepth) report(`nested more than ${maxDepth} levels deep`);
  });
  parser.on('closetag', () => (depth -= 1));
  // The listeners above set the problem.
  // oxlint-disable-next-line no-unmodified-loop-condition
  for (let start = 0; start < text.length && problem === null; start += chunk)
    parser.write(text.slice(start, start + chunk));
  if (problem === null) parser.close();
  return problem;
}

/** After an & saxes reads on to the next `;`, and so would name a place far behind the & that is meant. */
function findBareAmpersand(text: string): number | null {
  const token =
    /<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<\?.*?(?:\?>|$)|&(?!(?:#\d+|#x[\da-f]+|[\p{L}_:][\p{L}\p{N}_:.-]*);)/gisu;
  for (const match of text.matchAll(token)) if (match[0] === '&') return match.index;
  return null;
}

function treeParser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    cdataPropName: cdata,
    commentPropName: comment,
    captureMetaData: true,
    maxNestedTags: maxDepth,
  });
}

/** One node of fast-xml-parser's ordered tree: a single key, the name, beside the attributes. */
type OrderedNode = { readonly [name: string]: readonly OrderedNode[] | string | Record<string, string> };

function toElement(raw: unknown): XmlElement | null {
  const node = raw as OrderedNode;
  const name = Object.keys(node).find((key) => key !== attributeGroup);
  if (name === undefined || name === comment || name === cdata || name === characterData) return null;
  const content = node[name] as readonly OrderedNode[];
  const meta: { startIndex?: number } | undefined = Reflect.get(
    node,
    XMLParser.getMetaDataSymbol() as symbol,
  );
  return {
    name,
    localName: localPart(name),
    attributes: Object.entries((node[attributeGroup] ?? {}) as Record<string, string>),
    children: content.map(toElement).filter((child) => child !== null),
    text: content.map(ownText).join(''),
    start: meta?.startIndex ?? 0,
  };
}

function ownText(node: OrderedNode): string {
  const text = node[characterData];
  if (typeof text === 'string') return text;
  const section = node[cdata];
  return Array.isArray(section) ? section.map(ownText).join('') : '';
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
