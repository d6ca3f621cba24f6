import type { FieldSpec } from '../../definition/field-spec.ts';
import {
  entryEnd,
  type LooseContainer,
  type LooseEntry,
  type LooseScalar,
  type LooseValue,
} from '../../formats/read-broken-json.ts';
import type { BodyProposal, TextEdit } from '../../model/body-language.ts';
import type { TextRange } from '../../model/parsed-body.ts';
import { describeField, fieldType } from './describe-field.ts';
import { allowedValues, escapeInsert, objectShape, signatureValue, valueShape } from './json-shape.ts';
import { containerAt, entryIndexAt, readDraft, specOf, touches } from './json-spot.ts';

/** The members of a JSON body, and which of them carries the signature. */
export type JsonFields = { readonly fields: readonly FieldSpec[]; readonly signed: string | null };

/** A stretch between or in the entries of an object or array, where something can be written. */
type Gap = {
  readonly container: LooseContainer;
  readonly fields: readonly FieldSpec[];
  readonly signed: string | null;
  readonly offset: number;
  /** The entry before it, and the one behind it. */
  readonly before: LooseEntry | undefined;
  readonly after: LooseEntry | undefined;
};

/** What may be written at an offset of a JSON body that may be broken anywhere. */
export function completeJson(text: string, offset: number, known: JsonFields): readonly BodyProposal[] {
  const root = readDraft(text);
  const spot = containerAt(root, known.fields, offset);
  if (spot === null) return text.trim() === '' ? [wholeBody(offset)] : [];
  const { container, fields, path } = spot;
  const signed = path === '' ? known.signed : null;
  const index = entryIndexAt(container, offset);
  const entry = container.entries[index];
  const gap = { container, fields, signed, offset, before: entry, after: container.entries[index + 1] };
  if (entry === undefined || (entry.comma !== null && entry.comma < offset)) return fillGap(gap);
  const inEntry = { ...gap, before: container.entries[index - 1] };
  if (container.kind === 'array') return completeItem(text, gap, inEntry, entry.value);
  if (entry.name !== null && offset <= entry.name.range.end)
    return touches(entry.name, offset) ? memberNames(inEntry, entry) : [];
  if (entry.name === null || entry.colon === null || offset <= entry.colon) return [];
  if (entry.value === null || touchesValue(entry.value, offset)) return memberValues(text, gap, entry);
  return entry.value.range.end < offset ? fillGap(gap) : [];
}

function wholeBody(offset: number): BodyProposal {
  return {
    kind: 'value',
    label: '{ }',
    detail: 'the body',
    notes: [],
    insert: objectShape,
    range: { start: offset, end: offset },
  };
}

/** Something new between two entries. */
function fillGap(gap: Gap): readonly BodyProposal[] {
  return gap.container.kind === 'array' ? newItem(gap) : memberNames(gap, null);
}

function completeItem(
  text: string,
  gap: Gap,
  inEntry: Gap,
  value: LooseValue | null,
): readonly BodyProposal[] {
  if (value === null) return newItem(inEntry);
  // The items of a described list are objects; a word that is begun is nothing of it.
  if (touchesValue(value, gap.offset) || value.range.end >= gap.offset) return [];
  return text.slice(value.range.end, gap.offset).includes('\n') ? newItem(gap) : [];
}

function newItem({ fields, offset, before, after }: Gap): readonly BodyProposal[] {
  if (fields.length === 0) return [];
  const range = { start: offset, end: offset };
  return [
    {
      kind: 'value',
      label: '{ }',
      detail: 'one more entry',
      notes: [],
      insert: objectShape + (after === undefined ? '' : ','),
      range,
      ...commaBehind(before),
    },
  ];
}

/** Names not taken yet, required ones first; `replaced` is the entry whose name is being written. */
function memberNames(
  { container, fields, signed, offset, before, after }: Gap,
  replaced: LooseEntry | null,
): readonly BodyProposal[] {
  const taken = new Set(
    container.entries.filter((entry) => entry !== replaced).map(({ name }) => name?.text),
  );
  const free = fields.filter(({ name }) => !taken.has(name));
  const isFollowed = after !== undefined && (replaced === null || replaced.comma === null);
  const range =
    replaced === null || replaced.name === null
      ? { start: offset, end: offset }
      : writtenRange(replaced.name, offset);
  const ordered = [...free.filter(({ required }) => required), ...free.filter(({ required }) => !required)];
  return ordered.map((spec) => {
    const name = escapeInsert(JSON.stringify(spec.name));
    const shape = `${name}: ${valueShape(spec, spec.name === signed)}${isFollowed ? ',' : ''}`;
    return {
      kind: 'field',
      label: spec.name,
      detail: fieldType(spec),
      notes: describeField(spec),
      insert: replaced === null || replaced.colon === null ? shape : name,
      range,
      ...commaBehind(before),
    };
  });
}

/** The comma that is missing behind the entry before, where it is. */
function commaBehind(before: LooseEntry | undefined): { readonly also?: readonly TextEdit[] } {
  if (before === undefined || before.comma !== null || before.value === null) return {};
  const end = entryEnd(before);
  return { also: [{ range: { start: end, end }, text: ',' }] };
}

/** What the value of a named member may be. */
function memberValues(
  text: string,
  { fields, signed, offset, after }: Gap,
  { name, value, comma }: LooseEntry,
): readonly BodyProposal[] {
  const spec = specOf(fields, name?.text);
  if (spec === undefined || (value !== null && 'entries' in value)) return [];
  const range = value === null ? { start: offset, end: offset } : writtenRange(value, offset);
  const isEmpty = /^"?"?$/.test(text.slice(range.start, range.end));
  const end = value === null && comma === null && after !== undefined ? ',' : '';
  return possibleValues(spec, spec.name === signed, isEmpty).map((possible) => ({
    ...possible,
    notes: describeField(spec),
    insert: possible.insert + end,
    range,
  }));
}

function possibleValues(
  spec: FieldSpec,
  isSigned: boolean,
  isEmpty: boolean,
): readonly Pick<BodyProposal, 'kind' | 'label' | 'detail' | 'insert'>[] {
  if (isSigned) {
    const label = signatureValue.slice(1, -1);
    return [{ kind: 'value', label, detail: 'the signature', insert: escapeInsert(signatureValue) }];
  }
  const allowed = allowedValues(spec);
  if (allowed.length > 0 || !isEmpty)
    return allowed.map((written) => ({
      kind: 'value',
      label: written.replaceAll('"', ''),
      detail: spec.name,
      insert: escapeInsert(written),
    }));
  if (spec.fields !== undefined) {
    const label = spec.type === 'list' ? '[ ]' : '{ }';
    return [{ kind: 'value', label, detail: fieldType(spec), insert: valueShape(spec, false) }];
  }
  if (spec.example === undefined) return [];
  const written = spec.type === 'text' ? JSON.stringify(spec.example) : spec.example;
  return [
    { kind: 'example', label: spec.example, detail: 'the documented example', insert: escapeInsert(written) },
  ];
}

/** A string without its closing quote is replaced only as far as it is written: the rest of the line may be another's. */
function writtenRange({ range, isClosed }: LooseScalar, offset: number): TextRange {
  return isClosed ? range : { start: range.start, end: offset };
}

function touchesValue(value: LooseValue, offset: number): boolean {
  return 'text' in value && touches(value, offset);
}
