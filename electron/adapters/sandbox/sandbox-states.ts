import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

import type { AnySandbox } from '../../../shared/definition/sandbox-definition.ts';
import { prepared } from '../prepared-statement.ts';
import { applyChanges, changesBetween, type StateChange } from '../state-changes.ts';

/** After so many changes the whole state is written. */
const mostChanges = 500;

/** A state as this program last saw it, and the number of the change that made it. */
export type KnownState = { readonly state: unknown; readonly number: number; readonly changes: number };

/** The newest state: what is known and what others changed since, or all of it read anew. */
export function readState(
  database: DatabaseSync,
  api: string,
  sandbox: AnySandbox,
  before: KnownState | undefined,
): KnownState {
  if (before !== undefined && isStillThere(database, api, before.number))
    return withChanges(database, api, before);
  const kept = readKept(database, api);
  if (kept !== null && v.is(sandbox.schema, kept.state)) return kept;
  // An older workbench wrote states of another shape; the demo transactions are nobody's money.
  clearStates(database, api);
  // What a sandbox starts from is shared by all its ledgers, and changes are made in place.
  return { state: structuredClone(sandbox.seed()), number: 0, changes: 0 };
}

/** `null` where nothing is kept, or what is kept does not fit together. */
function readKept(database: DatabaseSync, api: string): KnownState | null {
  const row = prepared(database, 'SELECT state, number FROM ledger WHERE api = ?').get(api);
  if (row === undefined) return null;
  try {
    const state: unknown = JSON.parse(String(row['state']));
    return withChanges(database, api, { state, number: Number(row['number']), changes: 0 });
  } catch {
    return null;
  }
}

/** Numbers are never given twice, so one that is gone says that the state was put together or reset since. */
function isStillThere(database: DatabaseSync, api: string, number: number): boolean {
  const found = prepared(
    database,
    'SELECT 1 FROM ledger_change WHERE api = ?1 AND number = ?2 UNION ALL SELECT 1 FROM ledger WHERE api = ?1 AND number = ?2 AND ?2 > 0',
  ).get(api, number);
  return found !== undefined;
}

function withChanges(database: DatabaseSync, api: string, before: KnownState): KnownState {
  const rows = prepared(
    database,
    'SELECT number, changes FROM ledger_change WHERE api = ? AND number > ? ORDER BY number',
  ).all(api, before.number);
  return rows.reduce<KnownState>(
    ({ state, changes }, row) => ({
      state: applyChanges(state, JSON.parse(String(row['changes'])) as readonly StateChange[]),
      number: Number(row['number']),
      changes: changes + 1,
    }),
    before,
  );
}

/** Keeps what changed, and the first time and now and then all of it: another workbench may start from other transactions. */
export function writeState(
  database: DatabaseSync,
  api: string,
  before: KnownState,
  state: unknown,
): KnownState {
  if (state === before.state) return before;
  const { lastInsertRowid } = prepared(
    database,
    'INSERT INTO ledger_change (api, changes) VALUES (?, ?)',
  ).run(api, JSON.stringify(changesBetween(before.state, state)));
  const number = Number(lastInsertRowid);
  if (before.number > 0 && before.changes < mostChanges)
    return { state, number, changes: before.changes + 1 };
  prepared(database, 'INSERT OR REPLACE INTO ledger (api, state, number) VALUES (?, ?, ?)').run(
    api,
    JSON.stringify(state),
    number,
  );
  prepared(database, 'DELETE FROM ledger_change WHERE api = ? AND number <= ?').run(api, number);
  return { state, number, changes: 0 };
}

/** Forgets the state of an API, or with `null` of all; the next request meets the demo transactions again. */
export function clearStates(database: DatabaseSync, api: string | null): void {
  prepared(database, 'DELETE FROM ledger WHERE ?1 IS NULL OR api = ?1').run(api);
  prepared(database, 'DELETE FROM ledger_change WHERE ?1 IS NULL OR api = ?1').run(api);
}
