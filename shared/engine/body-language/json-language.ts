import type { FieldSpec } from '../../definition/field-spec.ts';
import type { LooseEntry } from '../../formats/read-broken-json.ts';
import { layOutJson } from '../../formats/json-layout.ts';
import type { BodyLanguage, FieldHelp, InlineNote } from '../../model/body-language.ts';
import { maskReferences } from '../mask-references.ts';
import { parseDraftJson } from '../parse-draft-json.ts';
import { amountNote } from './amount-note.ts';
import { completeJson } from './complete-json.ts';
import { describeField } from './describe-field.ts';
import { jsonFindings } from './json-findings.ts';
import { allContainers, containerAt, entryIndexAt, readDraft, specOf, touches } from './json-spot.ts';

/** What an editor has to know of the JSON bodies of an operation; `signed` is the member that carries the signature. */
export function jsonLanguage(fields: readonly FieldSpec[], signed: string | null): BodyLanguage {
  const known = { fields, signed };
  return {
    complete: (text, offset) => completeJson(text, offset, known),
    describe: (text, offset) => describeJson(text, offset, fields),
    findings: (text) => jsonFindings(text, known),
    notes: (text) => noteAmounts(text, fields),
    format: formatJson,
  };
}

function describeJson(text: string, offset: number, fields: readonly FieldSpec[]): FieldHelp | null {
  const spot = containerAt(readDraft(text), fields, offset);
  const entry = spot?.container.entries[entryIndexAt(spot.container, offset + 1)];
  const spec = specOf(spot?.fields ?? [], entry?.name?.text);
  if (entry === undefined || spec === undefined) return null;
  const piece = [entry.name, entry.value].find(
    (candidate) => candidate !== null && 'text' in candidate && touches(candidate, offset),
  );
  if (piece === undefined || piece === null) return null;
  return { range: piece.range, title: spec.name, notes: describeField(spec) };
}

function noteAmounts(text: string, fields: readonly FieldSpec[]): readonly InlineNote[] {
  return allContainers(readDraft(text), fields).flatMap(({ container, fields: members }) =>
    container.entries.flatMap((entry) => noteAmount(text, members, entry)),
  );
}

function noteAmount(
  text: string,
  fields: readonly FieldSpec[],
  { name, value, comma }: LooseEntry,
): readonly InlineNote[] {
  const spec = specOf(fields, name?.text);
  if (spec === undefined || value === null || !('text' in value)) return [];
  const written = text.slice(value.range.start, value.range.end);
  const note = amountNote(spec, value.kind === 'string' ? value.text : written);
  // Behind the comma that touches it: before it the note would stand between a value and its end.
  const offset = comma === value.range.end ? comma + 1 : value.range.end;
  return note === null ? [] : [{ offset, text: note }];
}

/** Blanks alone are changed. They are found in the masked text, whose offsets are those of the text. */
function formatJson(text: string): string | null {
  if (!parseDraftJson(text).ok) return null;
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const pieces: string[] = [text.slice(0, start)];
  let last = start;
  for (const { offset, length, blanks } of layOutJson(maskReferences(text).slice(start))) {
    pieces.push(text.slice(last, start + offset), blanks);
    last = start + offset + length;
  }
  return pieces.join('') + text.slice(last);
}
