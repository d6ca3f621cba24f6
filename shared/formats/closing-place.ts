import type { TextEdit } from '../model/body-language.ts';
import type { XmlTag } from './scan-xml.ts';

/** Where a closing tag has to be written that is not there. */
export type ClosingPlace = {
  /** The offset of what comes next: a tag that cannot stand inside, or the end. */
  readonly at: number;
  /** Where the content of the element ends, without the blanks behind it. */
  readonly contentEnd: number;
  readonly edit: TextEdit;
};

/**
 * An element with elements on lines of their own is closed on its own line, indented as it is opened, an empty line
 * there being taken for it; any other directly behind its content. `before` is the last place, behind which it comes
 * where both end at the same offset.
 */
export function closingPlace(
  text: string,
  element: { readonly tag: XmlTag; readonly children: readonly unknown[] },
  { at, before }: { readonly at: number; readonly before: ClosingPlace | null },
): ClosingPlace {
  const { start, end } = element.tag.range;
  const close = `</${element.tag.name}>`;
  const contentEnd = Math.max(end, text.slice(end, at).trimEnd().length + end);
  const behind = before?.at === at ? before.edit.range.end : contentEnd;
  const indent = indentOf(text, start);
  const ownLine =
    indent !== null && element.children.length > 0 && text.slice(end, contentEnd).includes('\n');
  if (!ownLine) return { at, contentEnd, edit: { range: { start: behind, end: behind }, text: close } };
  const empty = before?.at === at ? null : /^[ \t]*\r?\n([ \t]*)(?=\r?\n)/.exec(text.slice(contentEnd, at));
  if (empty !== null) {
    const lineEnd = contentEnd + empty[0].length;
    const range = { start: lineEnd - (empty[1] ?? '').length, end: lineEnd };
    return { at, contentEnd, edit: { range, text: indent + close } };
  }
  const range = { start: behind, end: behind };
  return { at, contentEnd, edit: { range, text: `${lineEndOf(text)}${indent}${close}` } };
}

/** The blanks before an offset that is the first thing on its line; `null` where something stands before it. */
export function indentOf(text: string, offset: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*$/.test(line) ? line : null;
}

/** How the lines of a text end. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.slice(0, text.indexOf('\n') + 1).endsWith('\r\n') ? '\r\n' : '\n';
}
