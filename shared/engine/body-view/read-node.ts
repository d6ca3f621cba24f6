import { jsonStringValue } from '../../formats/json-outline.ts';
import { xmlCharacterData } from '../../formats/xml-outline.ts';
import { childrenOf, kindOf, type Outline } from '../../model/outline.ts';
import { hasRowsInside } from './create-tree-rows.ts';

/** A text and its nodes. */
export type OutlinedText = { readonly text: string; readonly outline: Outline };

/** The name of a JSON member, or the place of an item; empty for the root. */
export function jsonName({ text, outline }: OutlinedText, node: number): string {
  if (node === 0) return '';
  const { mark, start, place } = outline;
  const [from, to] = [mark[node] ?? 0, start[node] ?? 0];
  if (from === to) return String(place[node] ?? 0);
  return jsonStringValue(text.slice(from, to));
}

/** The name of an XML element with its prefix. */
export function xmlName({ text, outline }: OutlinedText, node: number): string {
  const from = (outline.start[node] ?? 0) + 1;
  return /^[^\s/>]+/.exec(text.slice(from, Math.min(from + 1000, outline.mark[node] ?? 0)))?.[0] ?? '';
}

/** The name of an XML element without its prefix. */
export function xmlLocalName(outlined: OutlinedText, node: number): string {
  const name = xmlName(outlined, node);
  return name.slice(name.indexOf(':') + 1);
}

/**
 * What a node says: a string without its quotation marks and escapes, a number as it was written, the trimmed character
 * data of an element; of a group its source. At most about so many UTF-16 units of it.
 */
export function valueOf(outlined: OutlinedText, node: number, most = Number.POSITIVE_INFINITY): string {
  const { text, outline } = outlined;
  const [start, end] = [outline.start[node] ?? 0, outline.end[node] ?? 0];
  switch (kindOf(outline, node)) {
    case 'string':
      return jsonStringValue(text.slice(start, Math.min(end, start + most)));
    case 'element':
      if ((outline.children[node] ?? 0) === 0)
        return characterData(outlined, outline.mark[node] ?? 0, closingTag(outlined, node), most).trim();
      if (!hasRowsInside(outline, node)) return ownText(outlined, node, most);
      return text.slice(start, Math.min(end, start + most));
    default:
      return text.slice(start, Math.min(end, start + most));
  }
}

/** The trimmed character data of an element that has elements in it, too. */
export function ownText(outlined: OutlinedText, node: number, most: number): string {
  const { outline } = outlined;
  const parts: string[] = [];
  let seen = 0;
  for (const child of childrenOf(outline, node)) {
    seen += 1;
    if (kindOf(outline, child) === 'text')
      parts.push(characterData(outlined, outline.start[child] ?? 0, outline.end[child] ?? 0, most));
    // A table of a million rows has no text between them worth a second.
    if (seen > 1000 || parts.length > 20) break;
  }
  return parts.join('').slice(0, most).trim();
}

/** Where the closing tag of an element begins; its end where it has none. */
export function closingTag({ text, outline }: OutlinedText, node: number): number {
  const [mark, end] = [outline.mark[node] ?? 0, outline.end[node] ?? 0];
  return mark === end ? end : Math.max(mark, text.lastIndexOf('<', end - 1));
}

function characterData({ text }: OutlinedText, from: number, to: number, most: number): string {
  return xmlCharacterData(text.slice(from, Math.min(to, from + most)));
}
