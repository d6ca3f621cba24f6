import type { FieldSpec } from '../../definition/field-spec.ts';
import { escapeXml, findXmlProblem, parseXml } from '../../formats/xml.ts';
import { readXmlRanges, type XmlStretch } from '../../formats/xml-ranges.ts';
import type { SyntaxProblem, TextRange } from '../../model/parsed-body.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { replaceRange } from '../replace-range.ts';
import { type GuidedBody, type GuidedField, shapeOf } from './guided-field.ts';

/** An XML body as a form. Fails where it is not well-formed, or has another root than the documented one. */
export function guideXml(text: string, spec: FieldSpec): Result<GuidedBody<string>, SyntaxProblem> {
  const problem = findXmlProblem(text);
  const root = problem === null ? readXmlRanges(text) : null;
  if (root === null) return fail(problem ?? { message: 'there is no element', line: 1, column: 1 });
  if (root.localName !== spec.name)
    return fail({ message: `the element <${spec.name}> is expected here`, line: 1, column: 1 });
  const specs = spec.fields ?? [];
  const others = root.children.filter(({ localName }) => !specs.some(({ name }) => name === localName));
  return ok({
    fields: fieldsIn(text, root, specs, spec.name),
    others: [...new Set(others.map(({ localName }) => localName))],
  });
}

function fieldsIn(
  text: string,
  parent: XmlStretch,
  specs: readonly FieldSpec[],
  above: string,
): readonly GuidedField<string>[] {
  return specs.map((spec) => {
    const path = `${above}/${spec.name}`;
    const found = parent.children.filter(({ localName }) => localName === spec.name);
    const insert = (content: string): string => insertElement(text, parent, specs, spec, content);
    return spec.type === 'list' || spec.repeats === true
      ? listField(text, found, spec, path, insert)
      : elementField(text, found.at(-1) ?? null, spec, path, insert);
  });
}

/** An element that may stand more than once. */
function listField(
  text: string,
  found: readonly XmlStretch[],
  spec: FieldSpec,
  path: string,
  insert: (content: string) => string,
): GuidedField<string> {
  const itemSpec: FieldSpec = { ...spec, type: spec.type === 'list' ? 'object' : spec.type };
  return {
    ...absent(path, spec, 'list'),
    isThere: found.length > 0,
    parts: found.map((element, index) =>
      elementField(text, element, itemSpec, found.length === 1 ? path : `${path}[${index + 1}]`, insert),
    ),
    set: () => text,
    add: () => insert(emptyContent(itemSpec)),
    remove: null,
  };
}

/** An element that is there or, where it is `null`, would be put there by `insert`. */
function elementField(
  text: string,
  element: XmlStretch | null,
  spec: FieldSpec,
  path: string,
  insert: (content: string) => string,
): GuidedField<string> {
  const shape = shapeOf(spec);
  const base = absent(path, spec, shape);
  if (element === null) {
    return {
      ...base,
      set: (value) => insert(escapeContent(value)),
      add: () => insert(emptyContent(spec)),
      remove: null,
    };
  }
  const changes = {
    set: (value: string) => setContent(text, element, escapeContent(value)),
    add: () => text,
    remove: () => replaceRange(text, withBlankBefore(text, element.range), ''),
  };
  const there = { ...base, ...changes, isThere: true };
  if (shape === 'group') return { ...there, parts: fieldsIn(text, element, spec.fields ?? [], path) };
  if (element.hasMarkup || element.children.length > 0)
    return { ...there, obstacle: 'Something else than text stands in it, so it is edited as text.' };
  const value = textOf(text, element);
  // A blank at the end may be the one just typed; a line break is layout.
  return { ...there, value: value.includes('\n') ? value.trim() : value };
}

function absent(
  path: string,
  spec: FieldSpec,
  shape: GuidedField<string>['shape'],
): Omit<GuidedField<string>, 'set' | 'add' | 'remove'> {
  return { path, spec, shape, isThere: false, value: null, notation: null, obstacle: null, parts: [] };
}

function textOf(text: string, { content }: XmlStretch): string {
  const parsed = parseXml(`<text>${content === null ? '' : text.slice(content.start, content.end)}</text>`);
  return parsed.ok ? parsed.value.text : '';
}

/** Quotes need no escape between tags. */
function escapeContent(value: string): string {
  return escapeXml(value).replaceAll('&quot;', '"').replaceAll('&apos;', "'");
}

function setContent(text: string, { content, name, range }: XmlStretch, written: string): string {
  if (content !== null) return replaceRange(text, content, written);
  return `${text.slice(0, range.end - 2).trimEnd()}>${written}</${name}>${text.slice(range.end)}`;
}

/** The required children of an element, all empty. */
function emptyContent({ fields = [] }: FieldSpec): string {
  const required = fields.filter((field) => field.required);
  return required.map((field) => `<${field.name}>${emptyContent(field)}</${field.name}>`).join('');
}

/** Puts an element after the last one that comes before it in the documentation, laid out as its neighbours are. */
function insertElement(
  text: string,
  parent: XmlStretch,
  specs: readonly FieldSpec[],
  spec: FieldSpec,
  content: string,
): string {
  const prefix = parent.name.slice(0, parent.name.length - parent.localName.length);
  const element = `<${prefix}${spec.name}>${content}</${prefix}${spec.name}>`;
  const order = (name: string): number => specs.findIndex((candidate) => candidate.name === name);
  const before = parent.children.findLast(({ localName }) => {
    const place = order(localName);
    return place !== -1 && place <= order(spec.name);
  });
  const indentation = indentationIn(text, parent);
  if (before !== undefined)
    return replaceRange(text, { start: before.range.end, end: before.range.end }, indentation + element);
  const [first] = parent.children;
  if (first !== undefined)
    return replaceRange(text, { start: first.range.start, end: first.range.start }, element + indentation);
  const closing = indentation.replace(/ {2}$/, '');
  return setContent(text, parent, `${indentation}${element}${closing}`);
}

/** What stands before a child: a line break with its indentation, or nothing in a text of one line. */
function indentationIn(text: string, parent: XmlStretch): string {
  const [first] = parent.children;
  const before = (offset: number): string => /(?:\r\n|\n)[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  if (first !== undefined) return before(first.range.start);
  const own = before(parent.range.start);
  return own === '' ? '' : `${own}  `;
}

/** An element with the line it begins on, where nothing else stands before it there. */
function withBlankBefore(text: string, { start, end }: TextRange): TextRange {
  const blank = /(?:\r\n|\n)?[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return { start: start - blank.length, end };
}
