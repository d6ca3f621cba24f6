import type { FieldSpec } from '../../definition/field-spec.ts';
import {
  entryEnd,
  entryStart,
  type LooseContainer,
  type LooseEntry,
} from '../../formats/read-broken-json.ts';
import type { BodyFinding, TextEdit } from '../../model/body-language.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { JsonFields } from './complete-json.ts';
import { allowedValues, blankValue } from './json-shape.ts';
import { allContainers, type DescribedContainer, readDraft, specOf } from './json-spot.ts';

/**
 * What is wrong with a JSON body whatever its variables are worth: commas, members that are missing, stand twice or are
 * misspelt, values in another case. The core's check of the resolved body tells the rest.
 */
export function jsonFindings(text: string, { fields, signed }: JsonFields): readonly BodyFinding[] {
  return allContainers(readDraft(text), fields).flatMap((spot) => [
    ...commaFindings(spot.container, text),
    ...(spot.container.kind === 'object'
      ? objectFindings({ ...spot, text, signed: spot.path === '' ? signed : null })
      : []),
  ]);
}

function commaFindings(
  { kind, entries, isClosed, range }: LooseContainer,
  text: string,
): readonly BodyFinding[] {
  const missing = entries.flatMap((entry, index) => {
    const next = entries[index + 1];
    return next !== undefined && lacksComma(entry, next) ? [missingComma(entry, next, text)] : [];
  });
  const last = entries.at(-1);
  if (last === undefined || last.comma === null || last.value === null || !isClosed) return missing;
  const comma = { start: last.comma, end: last.comma + 1 };
  return [
    ...missing,
    {
      range: { start: last.comma, end: range.end },
      severity: 'fault',
      message: `Nothing follows this comma. Remove it: JSON has none behind the last ${kind === 'object' ? 'member of an object' : 'item of a list'}.`,
      fixes: [{ title: 'Remove the comma', edits: [{ range: comma, text: '' }] }],
    },
  ];
}

/** Two words side by side, as in `5 00`, are as likely one value with a blank in it. */
function lacksComma(entry: LooseEntry, next: LooseEntry): boolean {
  // A string without its closing quote has taken in what would be the comma.
  if (entry.comma !== null || entry.value === null || !entry.value.isClosed) return false;
  if (next.name !== null) return next.name.kind === 'string' && next.colon !== null;
  return next.value !== null && !(entry.value.kind === 'word' && next.value.kind === 'word');
}

function missingComma(entry: LooseEntry, next: LooseEntry, text: string): BodyFinding {
  const end = entryEnd(entry);
  const first = next.name ?? next.value;
  const start = entryStart(next);
  const name = next.name === null ? 'this item' : text.slice(next.name.range.start, next.name.range.end);
  return {
    range: { start, end: next.name === null ? start + 1 : (first?.range.end ?? start + 1) },
    severity: 'fault',
    message: `A comma is missing before ${name}. Put one behind what stands before it.`,
    fixes: [{ title: 'Insert the comma', edits: [{ range: { start: end, end }, text: ',' }] }],
  };
}

type DescribedObject = DescribedContainer & { readonly text: string; readonly signed: string | null };

function objectFindings(object: DescribedObject): readonly BodyFinding[] {
  const { container, fields } = object;
  if (fields.length === 0) return [];
  const taken = new Set(container.entries.map(({ name }) => name?.text));
  const free = fields.map(({ name }) => name).filter((name) => !taken.has(name));
  const misspellings = container.entries.flatMap((entry) => misspelt(fields, entry, free));
  const meant = new Set(misspellings.map((misspelling) => misspelling.meant));
  // Something that is still being written, or a reference between the members, may hold any that is missing.
  const isWhole = container.isClosed && container.entries.every(({ name }) => name?.kind === 'string');
  const missing = isWhole ? fields.filter(({ name, required }) => required && !taken.has(name)) : [];
  return [
    ...misspellings.map(({ finding }) => finding),
    ...container.entries.flatMap((entry) => [...inOtherCase(object, entry), ...standsTwice(object, entry)]),
    ...missing.filter(({ name }) => !meant.has(name)).map((spec) => missingMember(object, spec)),
  ];
}

function misspelt(
  fields: readonly FieldSpec[],
  { name }: LooseEntry,
  free: readonly string[],
): readonly { readonly meant: string; readonly finding: BodyFinding }[] {
  if (name?.kind !== 'string' || !name.isClosed || specOf(fields, name.text) !== undefined) return [];
  const meant = nearestName(name.text, free);
  if (meant === null) return [];
  const edit = { range: name.range, text: JSON.stringify(meant) };
  const message = `${name.text} is not documented here; ${meant} is. Rename it if that is what is meant.`;
  const fixes = [{ title: `Rename to ${meant}`, edits: [edit] }];
  return [{ meant, finding: { range: name.range, severity: 'remark', message, fixes } }];
}

/** A value that differs from an allowed one in nothing but capitals. */
function inOtherCase(
  { fields, path, text }: DescribedObject,
  { name, value }: LooseEntry,
): readonly BodyFinding[] {
  const spec = specOf(fields, name?.text);
  if (spec === undefined || value === null || !('text' in value)) return [];
  const written = text.slice(value.range.start, value.range.end);
  const allowed = allowedValues(spec);
  const bare = written.replaceAll('"', '');
  if (allowed.some((candidate) => candidate.replaceAll('"', '') === bare)) return [];
  const meant = allowed.find(
    (candidate) => candidate.replaceAll('"', '').toLowerCase() === bare.toLowerCase(),
  );
  if (meant === undefined) return [];
  return [
    {
      range: value.range,
      severity: (spec.limitSource ?? spec.source).confidence === 'certain' ? 'fault' : 'remark',
      message: `${joined(path, spec.name)} is ${bare}. Write ${meant}: capitals count.`,
      fixes: [{ title: `Write ${meant}`, edits: [{ range: value.range, text: meant }] }],
    },
  ];
}

/** Two readers may take different ones of two; only where both say the same, one of them can go unasked. */
function standsTwice(
  { container, fields, path, text }: DescribedObject,
  entry: LooseEntry,
): readonly BodyFinding[] {
  const spec = specOf(fields, entry.name?.text);
  const { value } = entry;
  if (spec === undefined || value === null) return [];
  const first = container.entries.find(({ name }) => name?.text === spec.name);
  if (first === undefined || first === entry) return [];
  const isEqual = first.value !== null && textOf(text, first.value.range) === textOf(text, value.range);
  return [
    {
      range: 'text' in value ? value.range : { start: value.range.start, end: value.range.start + 1 },
      severity: 'fault',
      message: `${joined(path, spec.name)} stands twice. Keep one of them: the provider may read the other.`,
      fixes: isEqual ? removal(container, entry) : [],
    },
  ];
}

/** Removes an entry that is not the first, with the comma before it. */
function removal({ entries }: LooseContainer, entry: LooseEntry): BodyFinding['fixes'] {
  const before = entries[entries.indexOf(entry) - 1];
  if (before === undefined || before.comma === null) return [];
  const edit = { range: { start: before.comma, end: entryEnd(entry) }, text: '' };
  return [{ title: `Remove the second ${entry.name?.text ?? 'one'}`, edits: [edit] }];
}

function missingMember(object: DescribedObject, spec: FieldSpec): BodyFinding {
  const { container, path, signed } = object;
  const { start } = container.range;
  const edit = insertion(object, spec, (indent) => {
    const value = blankValue(spec, spec.name === signed, indent);
    return `${JSON.stringify(spec.name)}: ${value}`;
  });
  return {
    range: { start, end: start + 1 },
    severity: spec.source.confidence === 'certain' ? 'fault' : 'remark',
    message: `${joined(path, spec.name)} is missing. Add it. ${spec.help}`,
    fixes: edit === null ? [] : [{ title: `Add ${joined(path, spec.name)}`, edits: [edit] }],
  };
}

/** Puts a member behind the documented ones before it, on a line of its own where its siblings have theirs. */
function insertion(
  { container, fields, text }: DescribedObject,
  spec: FieldSpec,
  write: (indent: string) => string,
): TextEdit | null {
  const { entries, range } = container;
  const earlier = new Set(fields.slice(0, fields.indexOf(spec)).map(({ name }) => name));
  const before = entries.findLast(({ name }) => name !== null && earlier.has(name.text));
  if (before !== undefined) return insertBehind(before, entries, text, write);
  const [first] = entries;
  if (first !== undefined) {
    const start = entryStart(first);
    const { indent, isOwnLine } = lineOf(text, start);
    const space = isOwnLine ? `\n${indent}` : ' ';
    return { range: { start, end: start }, text: `${write(indent)},${space}` };
  }
  const { indent } = lineOf(text, range.start);
  const line = `\n${indent}  ${write(`${indent}  `)}\n${indent}`;
  return { range: { start: range.start + 1, end: range.end - 1 }, text: line };
}

function insertBehind(
  before: LooseEntry,
  entries: readonly LooseEntry[],
  text: string,
  write: (indent: string) => string,
): TextEdit | null {
  if (before.value === null || !before.value.isClosed) return null;
  const { indent, isOwnLine } = lineOf(text, entryStart(before));
  const space = isOwnLine ? `\n${indent}` : ' ';
  const isLast = entries.at(-1) === before;
  const at = before.comma === null ? entryEnd(before) : before.comma + 1;
  const comma = before.comma === null ? ',' : '';
  return {
    range: { start: at, end: at },
    text: `${comma}${space}${write(indent)}${isLast ? '' : ','}`,
  };
}

/** The blanks that begin a line, and whether nothing else stands before the offset on it. */
function lineOf(text: string, offset: number): { readonly indent: string; readonly isOwnLine: boolean } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const indent = /^[\t ]*/.exec(text.slice(start, offset))?.[0] ?? '';
  return { indent, isOwnLine: start > 0 && start + indent.length === offset };
}

function textOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
