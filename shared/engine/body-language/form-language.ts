import type { FieldSpec } from '../../definition/field-spec.ts';
import type {
  BodyFinding,
  BodyLanguage,
  BodyProposal,
  FieldHelp,
  InlineNote,
} from '../../model/body-language.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { TextRange } from '../../model/parsed-body.ts';
import { amountNote } from './amount-note.ts';
import { describeField, fieldType } from './describe-field.ts';
import { escapeInsert } from './json-shape.ts';

/** One `name=value` line, empty ones left out; `value` is `null` as long as there is no equals sign. */
type FormLine = {
  readonly range: TextRange;
  readonly name: string;
  readonly value: { readonly text: string; readonly range: TextRange } | null;
};

/** What an editor has to know of the form bodies of an operation, written as one `name=value` a line. */
export function formLanguage(fields: readonly FieldSpec[]): BodyLanguage {
  return {
    complete: (text, offset) => completeLine(text, offset, fields),
    describe: (text, offset) => describeLine(text, offset, fields),
    findings: (text) => formFindings(text, fields),
    notes: (text) => readLines(text).flatMap((line) => noteAmount(line, fields)),
    // Blanks belong to names and values here: there is nothing to lay out.
    format: (text) => text,
  };
}

function completeLine(text: string, offset: number, fields: readonly FieldSpec[]): readonly BodyProposal[] {
  const lines = readLines(text);
  const line = lines.find(({ range }) => range.start <= offset && offset <= range.end);
  if (line?.value !== undefined && line.value !== null && line.value.range.start <= offset)
    return lineValues(line.name, line.value, fields);
  const nameEnd = line === undefined ? offset : line.range.start + line.name.length;
  const range = { start: line?.range.start ?? offset, end: nameEnd };
  const taken = new Set(lines.filter((other) => other !== line).map(({ name }) => name));
  const free = fields.filter(({ name, repeats }) => repeats === true || !taken.has(name));
  const ordered = [...free.filter(({ required }) => required), ...free.filter(({ required }) => !required)];
  return ordered.map((spec) => ({
    kind: 'field',
    label: spec.name,
    detail: fieldType(spec),
    notes: describeField(spec),
    insert: escapeInsert(spec.name) + (line?.value === undefined || line.value === null ? '=$0' : ''),
    range,
  }));
}

function lineValues(
  name: string,
  { text, range }: NonNullable<FormLine['value']>,
  fields: readonly FieldSpec[],
): readonly BodyProposal[] {
  const spec = fields.find((field) => field.name === name);
  if (spec === undefined) return [];
  const notes = describeField(spec);
  const allowed = allowedTexts(spec);
  if (allowed.length > 0)
    return allowed.map((label) => ({
      kind: 'value',
      label,
      detail: spec.name,
      notes,
      insert: escapeInsert(label),
      range,
    }));
  if (spec.example === undefined || text !== '') return [];
  const insert = escapeInsert(spec.example);
  return [{ kind: 'example', label: spec.example, detail: 'the documented example', notes, insert, range }];
}

function describeLine(text: string, offset: number, fields: readonly FieldSpec[]): FieldHelp | null {
  const line = readLines(text).find(({ range }) => range.start <= offset && offset <= range.end);
  const spec = fields.find(({ name }) => name === line?.name);
  if (line === undefined || spec === undefined) return null;
  const range =
    line.value !== null && line.value.range.start <= offset
      ? line.value.range
      : { start: line.range.start, end: line.range.start + line.name.length };
  return { range, title: spec.name, notes: describeField(spec) };
}

function formFindings(text: string, fields: readonly FieldSpec[]): readonly BodyFinding[] {
  const lines = readLines(text);
  const taken = new Set(lines.map(({ name }) => name));
  const free = fields.map(({ name }) => name).filter((name) => !taken.has(name));
  const misspellings = lines.flatMap((line) => misspelt(line, fields, free));
  const meant = new Set(misspellings.map((misspelling) => misspelling.meant));
  const missing = fields.filter(({ name, required }) => required && !taken.has(name) && !meant.has(name));
  return [
    ...misspellings.map(({ finding }) => finding),
    ...lines.flatMap((line, index) => [...inOtherCase(line, fields), ...standsTwice(lines, index, fields)]),
    ...missing.map((spec) => missingLine(text, spec, lines, fields)),
  ];
}

function misspelt(
  { name, range }: FormLine,
  fields: readonly FieldSpec[],
  free: readonly string[],
): readonly { readonly meant: string; readonly finding: BodyFinding }[] {
  if (name.includes('{{') || fields.some((field) => field.name === name)) return [];
  const meant = nearestName(name, free);
  if (meant === null) return [];
  const written = { start: range.start, end: range.start + name.length };
  const message = `${name} is not documented here; ${meant} is. Rename it if that is what is meant.`;
  const fixes = [{ title: `Rename to ${meant}`, edits: [{ range: written, text: meant }] }];
  return [{ meant, finding: { range: written, severity: 'remark', message, fixes } }];
}

/** A value that differs from an allowed one in nothing but capitals. */
function inOtherCase({ name, value }: FormLine, fields: readonly FieldSpec[]): readonly BodyFinding[] {
  const spec = fields.find((field) => field.name === name);
  if (spec === undefined || value === null || allowedTexts(spec).includes(value.text)) return [];
  const meant = allowedTexts(spec).find((candidate) => candidate.toLowerCase() === value.text.toLowerCase());
  if (meant === undefined) return [];
  return [
    {
      range: value.range,
      severity: (spec.limitSource ?? spec.source).confidence === 'certain' ? 'fault' : 'remark',
      message: `${name} is ${value.text}. Write ${meant}: capitals count.`,
      fixes: [{ title: `Write ${meant}`, edits: [{ range: value.range, text: meant }] }],
    },
  ];
}

function standsTwice(
  lines: readonly FormLine[],
  index: number,
  fields: readonly FieldSpec[],
): readonly BodyFinding[] {
  const [line, before] = [lines[index], lines[index - 1]];
  const spec = fields.find((field) => field.name === line?.name);
  if (line === undefined || before === undefined || spec === undefined || spec.repeats === true) return [];
  const { name, value, range } = line;
  const first = lines.find((other) => other.name === name);
  if (first === line) return [];
  // The line break before it goes with it.
  const edit = { range: { start: before.range.end, end: range.end }, text: '' };
  const isEqual = (first?.value?.text ?? '') === (value?.text ?? '');
  return [
    {
      range,
      severity: 'fault',
      message: `${name} stands twice. Keep one of them: the provider may read the other.`,
      fixes: isEqual ? [{ title: `Remove the second ${name}`, edits: [edit] }] : [],
    },
  ];
}

function missingLine(
  text: string,
  spec: FieldSpec,
  lines: readonly FormLine[],
  fields: readonly FieldSpec[],
): BodyFinding {
  const earlier = new Set(fields.slice(0, fields.indexOf(spec)).map(({ name }) => name));
  const before = lines.findLast(({ name }) => earlier.has(name));
  const value = allowedTexts(spec).length === 1 ? (allowedTexts(spec)[0] ?? '') : '';
  const at = before?.range.end ?? 0;
  const written =
    before === undefined ? `${spec.name}=${value}${text === '' ? '' : '\n'}` : `\n${spec.name}=${value}`;
  return {
    range: lines[0]?.range ?? { start: 0, end: 0 },
    severity: spec.source.confidence === 'certain' ? 'fault' : 'remark',
    message: `${spec.name} is missing. Add it. ${spec.help}`,
    fixes: [{ title: `Add ${spec.name}`, edits: [{ range: { start: at, end: at }, text: written }] }],
  };
}

function noteAmount({ name, value }: FormLine, fields: readonly FieldSpec[]): readonly InlineNote[] {
  const spec = fields.find((field) => field.name === name);
  const note = spec === undefined || value === null ? null : amountNote(spec, value.text);
  return note === null || value === null ? [] : [{ offset: value.range.end, text: note }];
}

function allowedTexts({ type, choices }: FieldSpec): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return type === 'choice' ? (choices ?? []) : [];
}

function readLines(text: string): readonly FormLine[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }): readonly FormLine[] => {
    if (line.trim() === '') return [];
    const range = { start: index, end: index + line.length };
    const equals = line.indexOf('=');
    if (equals === -1) return [{ range, name: line, value: null }];
    const value = {
      text: line.slice(equals + 1),
      range: { start: index + equals + 1, end: index + line.length },
    };
    return [{ range, name: line.slice(0, equals), value }];
  });
}
