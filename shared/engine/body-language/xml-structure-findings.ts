import type { FieldSpec } from '../../definition/field-spec.ts';
import { indentOf, lineEndOf } from '../../formats/closing-place.ts';
import { joinEdits } from '../../formats/xml-slip.ts';
import { type PairedElement, plainTextOf } from '../../formats/xml-tree.ts';
import type { BodyFinding, BodyFix, TextEdit } from '../../model/body-language.ts';
import type { TextRange } from '../../model/parsed-body.ts';
import { elementText, type XmlVocabulary } from './element-text.ts';

type Element = PairedElement<FieldSpec>;

/** What the documented structure says against the elements of a body; of those only that are closed as they should be. */
export function structureFindings(
  text: string,
  elements: readonly Element[],
  vocabulary: XmlVocabulary,
): readonly BodyFinding[] {
  const [root] = elements;
  return [
    ...(root === undefined ? [] : lacksNamespace(root, vocabulary)),
    ...elements
      .filter(({ tag, close }) => tag.empty || close?.name === tag.name)
      .flatMap((element) => [
        ...misspeltName(element),
        ...valueInOtherCase(text, element),
        ...missingChildren(text, element),
        ...standingTwice(element),
      ]),
  ];
}

function lacksNamespace({ tag, shape }: Element, { namespace }: XmlVocabulary): readonly BodyFinding[] {
  const named =
    tag.name.includes(':') || tag.attributes.some(({ name }) => name === 'xmlns' || name.includes('{{'));
  if (namespace === null || shape === null || named || !tag.ended) return [];
  const end = tag.nameRange.end;
  return [
    {
      range: tag.range,
      severity: 'remark',
      message: `<${tag.name}> is in no namespace; the document gives it ${namespace}. Add it.`,
      fixes: [
        {
          title: 'Add the documented namespace',
          edits: [{ range: { start: end, end }, text: ` xmlns="${namespace}"` }],
        },
      ],
    },
  ];
}

function misspeltName({ tag, close, localName, shape, parent }: Element): readonly BodyFinding[] {
  if (shape === null || shape.name === localName) return [];
  const taken =
    parent?.children.some((child) => child.localName === shape.name) === true && !mayRepeat(shape);
  const inside = parent === null ? 'here' : `inside <${parent.tag.name}>`;
  const edits = [tag, ...(close === null ? [] : [close])].map(({ nameRange }) => ({
    range: { start: nameRange.end - localName.length, end: nameRange.end },
    text: shape.name,
  }));
  return [
    {
      range: tag.range,
      severity: 'fault',
      message: `<${tag.name}> is not documented ${inside}. ${shape.name} is: perhaps it was meant.`,
      fixes: taken ? [] : [{ title: `Rename it to ${shape.name}`, edits }],
    },
  ];
}

function valueInOtherCase(text: string, element: Element): readonly BodyFinding[] {
  const { shape, localName } = element;
  const allowed = shape?.type === 'boolean' ? ['true', 'false'] : (shape?.choices ?? []);
  if (allowed.length === 0) return [];
  const literal = plainTextOf(text, element);
  if (literal === null || allowed.includes(literal.text)) return [];
  const meant = allowed.filter((value) => value.toLowerCase() === literal.text.toLowerCase());
  const [value] = meant;
  if (value === undefined || meant.length > 1) return [];
  return [
    {
      range: literal.range,
      severity: 'fault',
      message: `${localName} is ${literal.text}; upper and lower case count. Write ${value}.`,
      fixes: [{ title: `Write ${value}`, edits: [{ range: literal.range, text: value }] }],
    },
  ];
}

function missingChildren(text: string, element: Element): readonly BodyFinding[] {
  const { shape, children, tag } = element;
  const there = new Set(children.map((child) => child.shape?.name ?? child.localName));
  const missing = (shape?.fields ?? []).filter((field) => field.required && !there.has(field.name));
  if (missing.length === 0) return [];
  const fixes = missing.map((field) => insertChild(text, element, field));
  const each = fixes.filter((fix) => fix !== null);
  const all: readonly BodyFix[] =
    each.length < 2
      ? []
      : [
          {
            title: `Add all ${each.length} missing elements`,
            edits: insertChildren(text, element, missing) ?? joinEdits(each.map(({ edits }) => edits)),
          },
        ];
  return missing.map((field, index) => {
    const fix = fixes[index] ?? null;
    return {
      range: tag.range,
      severity: 'fault',
      message: `${field.name} is missing in <${tag.name}>. Add it: ${field.help}`,
      fixes: fix === null ? [] : [fix, ...all],
    };
  });
}

function insertChild(text: string, element: Element, field: FieldSpec): BodyFix | null {
  const title = `Add ${field.name}`;
  const edits = insertChildren(text, element, [field]);
  if (edits !== null) return { title, edits };
  const place = placeOfChild(element, field);
  if (place === null) return null;
  const prefix = prefixOf(element);
  return { title, edits: [insertionAt(text, place, elementText(field, { prefix }))] };
}

/** Into an element without elements: on lines of their own. `null` where there are some, or text is in the way. */
function insertChildren(
  text: string,
  element: Element,
  fields: readonly FieldSpec[],
): readonly TextEdit[] | null {
  const { tag, content, children } = element;
  if (children.length > 0 || text.slice(content.start, content.end).trim() !== '') return null;
  const outer = indentOf(text, tag.range.start) ?? '';
  const lines = fields.flatMap((field) => elementText(field, { prefix: prefixOf(element) }).split('\n'));
  const inside = ['', ...lines.map((line) => `${outer}  ${line}`), outer].join(lineEndOf(text));
  const put = tag.empty ? `>${inside}</${tag.name}>` : inside;
  const range: TextRange = tag.empty ? { start: tag.range.end - 2, end: tag.range.end } : content;
  return [{ range, text: withoutCursor(put) }];
}

type Place = { readonly sibling: Element; readonly side: 'before' | 'behind' };

/** Behind the last of the elements that are documented before it; before the first one where there is none. */
function placeOfChild({ shape, children }: Element, field: FieldSpec): Place | null {
  const order = (shape?.fields ?? []).map(({ name }) => name);
  const own = order.indexOf(field.name);
  const before = children.findLast(
    (child) => order.indexOf(child.shape?.name ?? '') < own && child.shape !== null,
  );
  if (before !== undefined) return { sibling: before, side: 'behind' };
  const [first] = children;
  return first === undefined ? null : { sibling: first, side: 'before' };
}

function insertionAt(text: string, { sibling, side }: Place, put: string): TextEdit {
  const indent = indentOf(text, sibling.tag.range.start);
  const line = indent === null ? '' : `${lineEndOf(text)}${indent}`;
  const lines = withoutCursor(put).replaceAll('\n', line === '' ? '' : line);
  const at = side === 'behind' ? sibling.end : sibling.tag.range.start;
  return { range: { start: at, end: at }, text: side === 'behind' ? `${line}${lines}` : `${lines}${line}` };
}

function standingTwice({ children, tag }: Element): readonly BodyFinding[] {
  const seen = new Set<string>();
  return children.flatMap((child): readonly BodyFinding[] => {
    const { shape, localName } = child;
    if (shape === null || shape.name !== localName || mayRepeat(shape)) return [];
    if (!seen.has(localName)) {
      seen.add(localName);
      return [];
    }
    const message = `${localName} stands twice in <${tag.name}>. Keep one of them: the provider may read the other.`;
    return [{ range: child.tag.range, severity: 'fault', message, fixes: [] }];
  });
}

function mayRepeat({ type, repeats }: FieldSpec): boolean {
  return type === 'list' || repeats === true;
}

function prefixOf({ tag, localName }: Element): string {
  return tag.name.slice(0, tag.name.length - localName.length);
}

function withoutCursor(insert: string): string {
  return insert.replaceAll('$0', '');
}
