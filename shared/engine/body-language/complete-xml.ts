import type { FieldSpec } from '../../definition/field-spec.ts';
import { endXmlTags } from '../../formats/end-xml-tags.ts';
import { pairXmlTags } from '../../formats/pair-xml-tags.ts';
import { scanXml, type XmlPiece, type XmlTag } from '../../formats/scan-xml.ts';
import { namesOfShape, type PairedElement, plainTextOf } from '../../formats/xml-tree.ts';
import type { BodyProposal } from '../../model/body-language.ts';
import type { TextRange } from '../../model/parsed-body.ts';
import { describeField, fieldType } from './describe-field.ts';
import { elementText, type XmlVocabulary } from './element-text.ts';

type Element = PairedElement<FieldSpec>;

/** What is written at a place: a name after `<` or `</`, an attribute, or content. */
type Spot =
  | {
      readonly kind: 'name' | 'closing name' | 'attribute';
      readonly tag: XmlTag | null;
      readonly range: TextRange;
    }
  | { readonly kind: 'content'; readonly tag: null; readonly range: TextRange }
  | { readonly kind: 'nothing' };

/** What may be written at an offset of a text that may be broken there and elsewhere. */
export function completeXml(
  text: string,
  offset: number,
  vocabulary: XmlVocabulary,
): readonly BodyProposal[] {
  const pieces = scanXml(text);
  const spot = spotAt(text, offset, pieces);
  if (spot.kind === 'nothing') return [];
  const elements = elementsWithout(text, pieces, spot.tag, vocabulary.root);
  const at = spot.tag?.range.start ?? offset;
  const around = elements.findLast(
    ({ tag, content }) => !tag.empty && content.start <= at && at <= content.end,
  );
  switch (spot.kind) {
    case 'attribute':
      return around === undefined ? proposeNamespace(spot.tag, spot.range, vocabulary) : [];
    case 'closing name':
      return around === undefined
        ? []
        : [proposeClosing(around, spot.range, spot.tag?.ended === true ? '' : '>')];
    case 'name':
      return [
        ...proposeElements(around, elements, vocabulary).map((element) => withoutAngle(element, spot)),
        ...(around?.close === null
          ? [{ ...proposeClosing(around, spot.range, '>', '/'), range: spot.range }]
          : []),
      ];
    case 'content':
      return proposeContent(text, offset, { around, elements, vocabulary });
  }
}

function spotAt(text: string, offset: number, pieces: readonly XmlPiece[]): Spot {
  if (/\{\{[^{}]*$/.test(text.slice(Math.max(0, offset - 200), offset))) return { kind: 'nothing' };
  const here = { start: offset, end: offset };
  const index = pieces.findLastIndex(({ range }) => range.start < offset);
  const piece = pieces[index];
  if (piece === undefined) return { kind: 'content', tag: null, range: here };
  const behind = piece.ended && offset >= piece.range.end;
  if (piece.kind === 'text') return spotInText(text, offset, pieces[index - 1]);
  if (behind) return { kind: 'content', tag: null, range: here };
  if (piece.kind === 'end') return spotInEndTag(offset, piece);
  return piece.kind === 'start' ? spotInTag(offset, piece) : { kind: 'nothing' };
}

function spotInText(text: string, offset: number, before: XmlPiece | undefined): Spot {
  const range = { start: offset, end: offset };
  if (text[offset - 1] === '<') return { kind: 'name', tag: null, range };
  if (before?.kind !== 'start' || before.ended) return { kind: 'content', tag: null, range };
  // Blanks behind a tag that is not ended yet: it is still being written.
  const blank = /^[ \t]*$/.test(text.slice(before.range.end, offset));
  return blank ? { kind: 'attribute', tag: before, range } : { kind: 'content', tag: null, range };
}

function spotInTag(offset: number, tag: XmlTag): Spot {
  if (offset <= tag.nameRange.end) return { kind: 'name', tag, range: tag.nameRange };
  const inside = tag.attributes.find(({ range }) => range.start <= offset && offset <= range.end);
  if (inside === undefined) return { kind: 'attribute', tag, range: { start: offset, end: offset } };
  const named = inside.value === null && offset <= inside.nameRange.end;
  return named ? { kind: 'attribute', tag, range: inside.nameRange } : { kind: 'nothing' };
}

function spotInEndTag(offset: number, tag: XmlTag): Spot {
  const start = tag.range.start + 2;
  // Signs that are no name are replaced up to the cursor.
  const end = tag.name === '' ? offset : tag.nameRange.end;
  if (offset < start || offset > end) return { kind: 'nothing' };
  return { kind: 'closing name', tag, range: { start, end } };
}

/** The elements as they would be without the tag that is being written, and without its closing tag. */
function elementsWithout(
  text: string,
  pieces: readonly XmlPiece[],
  written: XmlTag | null,
  root: FieldSpec,
): readonly Element[] {
  const documented = new Set(namesOfShape(root));
  const index = written === null ? -1 : pieces.indexOf(written);
  const next = pieces[index + 1];
  const closing =
    written?.kind === 'start' && next?.kind === 'end' && next.name === written.name ? index + 1 : -1;
  const others = pieces.filter((_piece, at) => index === -1 || (at !== index && at !== closing));
  return pairXmlTags(text, endXmlTags(text, others, documented).pieces, { root, documented }).elements;
}

function proposeNamespace(
  tag: XmlTag | null,
  range: TextRange,
  { namespace }: XmlVocabulary,
): readonly BodyProposal[] {
  if (namespace === null || tag?.attributes.some(({ name }) => name === 'xmlns') === true) return [];
  return [
    {
      kind: 'attribute',
      label: 'xmlns',
      detail: 'the documented namespace',
      notes: [`The namespace that the document gives: ${namespace}`],
      insert: `xmlns="${namespace}"`,
      range,
    },
  ];
}

function proposeClosing({ tag }: Element, range: TextRange, ending: string, slash = ''): BodyProposal {
  return {
    kind: 'closing tag',
    label: `${slash}${tag.name}`,
    detail: `closes <${tag.name}>`,
    notes: [],
    insert: `${slash}${tag.name}${ending}`,
    range,
  };
}

/** The elements that may stand here, to be inserted whole; required ones that are not there yet first. */
function proposeElements(
  around: Element | undefined,
  elements: readonly Element[],
  { root, namespace }: XmlVocabulary,
): readonly Omit<BodyProposal, 'range'>[] {
  if (around === undefined) {
    return elements.length > 0 ? [] : [proposal(root, elementText(root, { namespace }))];
  }
  const there = new Set(around.children.map(({ localName }) => localName));
  const prefix = around.tag.name.slice(0, around.tag.name.length - around.localName.length);
  const open = (around.shape?.fields ?? []).filter(
    (field) => field.type === 'list' || field.repeats === true || !there.has(field.name),
  );
  const needed = (field: FieldSpec): boolean => field.required && !there.has(field.name);
  return [...open.filter((field) => needed(field)), ...open.filter((field) => !needed(field))].map((field) =>
    proposal(field, elementText(field, { prefix })),
  );
}

function proposal(spec: FieldSpec, insert: string): Omit<BodyProposal, 'range'> {
  return { kind: 'element', label: spec.name, detail: fieldType(spec), notes: describeField(spec), insert };
}

/** Behind a `<` that is there already; a tag that is ended only changes its name. */
function withoutAngle(
  element: Omit<BodyProposal, 'range'>,
  { tag, range }: { readonly tag: XmlTag | null; readonly range: TextRange },
): BodyProposal {
  const insert = element.insert.slice(1);
  return {
    ...element,
    range,
    insert: tag?.ended === true ? (/^[^\s>]+/.exec(insert)?.[0] ?? insert) : insert,
  };
}

function proposeContent(
  text: string,
  offset: number,
  {
    around,
    elements,
    vocabulary,
  }: {
    readonly around: Element | undefined;
    readonly elements: readonly Element[];
    readonly vocabulary: XmlVocabulary;
  },
): readonly BodyProposal[] {
  const here = { start: offset, end: offset };
  const closing = around?.close === null ? proposeClosing(around, here, '>', '</') : null;
  return [
    ...proposeElements(around, elements, vocabulary).map((element) => ({ ...element, range: here })),
    ...(around === undefined ? [] : proposeValues(text, offset, around)),
    ...(closing === null ? [] : [{ ...closing, label: closing.insert }]),
  ];
}

function proposeValues(text: string, offset: number, element: Element): readonly BodyProposal[] {
  const { shape } = element;
  const literal = plainTextOf(text, element);
  if (shape === null || shape.fields !== undefined || literal === null) return [];
  const { start, end } = literal.range;
  const inside = literal.text !== '' && start <= offset && offset <= end;
  if (literal.text !== '' && (!inside || /[{}\r\n]/.test(literal.text))) return [];
  const range = inside ? literal.range : { start: offset, end: offset };
  return valuesOf(shape).map(({ kind, value }) => ({
    kind,
    label: value,
    detail: kind === 'example' ? 'example' : 'allowed value',
    notes: describeField(shape),
    insert: value.replaceAll(/[\\$]/g, String.raw`\$&`),
    range,
  }));
}

function valuesOf({
  type,
  choices,
  example,
}: FieldSpec): readonly { readonly kind: 'value' | 'example'; readonly value: string }[] {
  const allowed = type === 'boolean' ? ['true', 'false'] : (choices ?? []);
  const shown = example === undefined || allowed.includes(example) ? [] : [example];
  return [
    ...allowed.map((value) => ({ kind: 'value' as const, value })),
    ...shown.map((value) => ({ kind: 'example' as const, value })),
  ];
}
