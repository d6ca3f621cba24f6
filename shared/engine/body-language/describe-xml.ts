import type { FieldSpec } from '../../definition/field-spec.ts';
import type { BrokenXml } from '../../formats/read-broken-xml.ts';
import { type PairedElement, plainTextOf } from '../../formats/xml-tree.ts';
import type { FieldHelp } from '../../model/body-language.ts';
import type { TextRange } from '../../model/parsed-body.ts';
import { describeField } from './describe-field.ts';

/** What is known of the element whose name, in its start tag or its end tag, or whose text is at an offset. */
export function describeXml(
  text: string,
  offset: number,
  { elements }: BrokenXml<FieldSpec>,
): FieldHelp | null {
  for (const element of elements) {
    if (element.shape === null || element.tag.range.start > offset) continue;
    const range = placesOf(text, element).find(({ start, end }) => start <= offset && offset <= end);
    if (range !== undefined) return { range, title: element.shape.name, notes: describeField(element.shape) };
  }
  return null;
}

function placesOf(text: string, element: PairedElement<FieldSpec>): readonly TextRange[] {
  const { tag, close, shape } = element;
  const value = shape?.fields === undefined ? plainTextOf(text, element) : null;
  return [
    tag.nameRange,
    ...(close === null ? [] : [close.nameRange]),
    ...(value === null || value.text === '' ? [] : [value.range]),
  ];
}
