import type { TextRange } from '../model/parsed-body.ts';
import type { XmlTag } from './scan-xml.ts';

/** What may stand in an element and in what is in it; field specs are such shapes. A `list` may stand more than once. */
export type XmlShape<Shape> = {
  readonly name: string;
  readonly type: string;
  readonly repeats?: true;
  readonly fields?: readonly Shape[];
};

/** A shape that is nothing more. */
export type PlainXmlShape = {
  readonly name: string;
  readonly type: string;
  readonly repeats?: true;
  readonly fields?: readonly PlainXmlShape[];
};

/** Every name that a shape holds, its own included. */
export function namesOfShape<Shape extends XmlShape<Shape>>(shape: Shape): readonly string[] {
  return [shape.name, ...(shape.fields ?? []).flatMap((field) => namesOfShape(field))];
}

/** An element of a text that may be broken. */
export type PairedElement<Shape> = {
  /** Its start tag, as far as it is one. */
  readonly tag: XmlTag;
  readonly localName: string;
  /** What is documented of it; of the nearest name, where its own is not documented. */
  readonly shape: Shape | null;
  readonly parent: PairedElement<Shape> | null;
  readonly children: readonly PairedElement<Shape>[];
  /** The tag that closes it, or was meant to; `null` where none is there, and for `<a/>`. */
  readonly close: XmlTag | null;
  /** From behind its start tag to where it is closed, or should be. */
  readonly content: TextRange;
  /** Behind its closing tag; behind its content where it has none. */
  readonly end: number;
};

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Where an element stands, as `root/item[2]/id`; the number only where there are several, and where asked for. */
export function pathOfElement<Shape>(
  element: PairedElement<Shape>,
  { numbers = true }: { readonly numbers?: boolean } = {},
): string {
  const { parent, localName: name } = element;
  if (parent === null) return name;
  const alike = numbers ? parent.children.filter((child) => child.localName === name) : [];
  const number = alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
  return `${pathOfElement(parent, { numbers })}/${name}${number}`;
}

/** The text of an element that holds nothing but plain text, trimmed, and where it is; else `null`. */
export function plainTextOf<Shape>(
  text: string,
  { content, children }: PairedElement<Shape>,
): { readonly text: string; readonly range: TextRange } | null {
  if (children.length > 0) return null;
  const whole = text.slice(content.start, content.end);
  if (/[<&]/.test(whole)) return null;
  const trimmed = whole.trim();
  const start = content.start + (trimmed === '' ? 0 : whole.indexOf(trimmed));
  return { text: trimmed, range: { start, end: start + trimmed.length } };
}
