import type { BatchField } from '../../../shared/engine/batch-fields.ts';
import { matchColumns } from '../../../shared/engine/match-columns.ts';
import type { BatchPlan } from '../../../shared/model/batch.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import type { BatchDraft, FieldSource } from '../../stores/create-batch-store.ts';

/** Milliseconds that a call gets, as a send from a tab does. */
export const usualTimeout = 60_000;

/** What the environment has for a field, by name of the variable; what it has not is missing. */
export type EnvironmentValues = Readonly<Record<string, string>>;

/**
 * The sources of the fields once there is a table: what the user chose stays where it can, the rest is found by the names
 * of the columns.
 */
export function sourcesFor(
  fields: readonly BatchField[],
  { columns }: TableDescription,
  before: BatchDraft['sources'],
): BatchDraft['sources'] {
  const kept = Object.entries(before).filter(
    ([name, source]) =>
      fields.some(({ spec }) => spec.name === name) &&
      (source.kind !== 'column' || (source.by === 'user' && columns.includes(source.column))),
  );
  const names = new Set(kept.map(([name]) => name));
  const open = fields.map(({ spec }) => spec).filter(({ name }) => !names.has(name));
  const taken = new Set(kept.flatMap(([, source]) => (source.kind === 'column' ? [source.column] : [])));
  const matches = matchColumns(
    open,
    columns.filter((column) => !taken.has(column)),
  );
  const found = Object.entries(matches).map(([name, { column, by }]): readonly [string, FieldSource] => [
    name,
    { kind: 'column', column, by: by === 'words' ? 'guess' : 'name' },
  ]);
  return Object.fromEntries([...kept, ...found]);
}

/** Where the value of a field comes from: what the environment has comes from there unless chosen otherwise. */
export function sourceOf(
  { spec }: BatchField,
  { sources }: BatchDraft,
  values: EnvironmentValues,
): FieldSource | null {
  const source = sources[spec.name];
  if (source !== undefined) return source;
  return values[spec.name] !== undefined ? { kind: 'environment' } : null;
}

/** Whether a refund would have a value for the field. */
export function isFilled(field: BatchField, draft: BatchDraft, values: EnvironmentValues): boolean {
  const source = sourceOf(field, draft, values);
  return source !== null && (source.kind !== 'value' || source.text.trim() !== '');
}

/** What the core is asked to look at and to send; `null` while there is no table. */
export function planOf(draft: BatchDraft, fields: readonly BatchField[]): BatchPlan | null {
  const { api, template, environmentId, table, sources } = draft;
  if (table === null) return null;
  const chosen = fields.flatMap(({ spec: { name } }) => {
    const source = sources[name];
    return source === undefined ? [] : [{ name, source }];
  });
  return {
    api,
    template,
    environmentId,
    table: table.id,
    columns: Object.fromEntries(
      chosen.flatMap(({ name, source }) => (source.kind === 'column' ? [[name, source.column]] : [])),
    ),
    values: Object.fromEntries(
      chosen.flatMap(({ name, source }) => (source.kind === 'value' ? [[name, source.text]] : [])),
    ),
    stopRules: {
      failuresInARow: draft.failuresInARow === '' ? null : Number(draft.failuresInARow),
      totalLimit: draft.totalLimit === '' ? null : draft.totalLimit,
    },
    delay: draft.delay === '' ? 0 : Number(draft.delay),
    timeout: usualTimeout,
  };
}

/** Whether what was found when one plan was looked at is true of another, too. */
export function isSameWork(left: BatchPlan, right: BatchPlan): boolean {
  // With a limit for the total a refund has to name its amount.
  const work = ({ stopRules, delay: _delay, timeout: _timeout, ...rest }: BatchPlan): string =>
    JSON.stringify({ ...rest, isLimited: stopRules.totalLimit !== null });
  return work(left) === work(right);
}
