import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type {
  AnySandbox,
  SandboxRequest,
  SandboxResponse,
  SandboxTools,
} from '../../shared/definition/sandbox-definition.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from './lazy-database.ts';
import { inTransaction } from './open-database.ts';
import { applyChanges, changesBetween, type StateChange } from './state-changes.ts';

/** A whole state after the change `number`, and the changes since; a long ledger is not written anew for each of them. */
const migrations = [
  'CREATE TABLE ledger (api TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT',
  `ALTER TABLE ledger ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE ledger_change (
     number INTEGER PRIMARY KEY AUTOINCREMENT, api TEXT NOT NULL, changes TEXT NOT NULL) STRICT;
   CREATE INDEX ledger_change_api ON ledger_change (api, number);`,
];

/** After so many changes the whole state is written. */
const mostChanges = 500;

/** The state of every API's sandbox, in `sandbox.db`: the next command, the page and the window see what the last did. */
export type SandboxLedger = {
  /** Answers a request and keeps what it changed, as one step that no other program can come between. Throws on a storage fault. */
  handle(api: string, sandbox: AnySandbox, request: SandboxRequest, tools: SandboxTools): SandboxResponse;
  /** Forgets all state; the next request meets the demo transactions again. */
  reset(): void;
  close(): void;
};

/** A state as this program last saw it, and the number of the change that made it. */
type Known = { readonly state: unknown; readonly number: number; readonly changes: number };

export function createSqliteSandboxLedger(
  dataDirectory: string,
  { tell }: Pick<LazyDatabaseOptions, 'tell'> = {},
): SandboxLedger {
  const known = new Map<string, Known>();
  const { use, close } = createLazyDatabase(join(dataDirectory, 'sandbox.db'), migrations, {
    tell,
    recovery: { name: 'The ledger of the sandbox', table: 'ledger', rows: 'states', loss: null },
  });
  return {
    handle: (api, sandbox, request, tools) => {
      const before = known.get(api);
      // Whatever fails from here on leaves a state that nobody vouches for.
      known.delete(api);
      const { response, now } = use((database) =>
        inTransaction(database, () => {
          const read = readState(database, api, sandbox, before);
          const handled = sandbox.handle(request, read.state, tools);
          return { response: handled.response, now: writeState(database, api, read, handled.state) };
        }),
      );
      known.set(api, now);
      return response;
    },
    reset: () => {
      known.clear();
      use((database) =>
        inTransaction(database, () => database.exec('DELETE FROM ledger; DELETE FROM ledger_change')),
      );
    },
    close: () => {
      known.clear();
      close();
    },
  };
}

/** The newest state: what is known and what others changed since, or all of it read anew. */
function readState(
  database: DatabaseSync,
  api: string,
  sandbox: AnySandbox,
  before: Known | undefined,
): Known {
  if (before !== undefined && isStillThere(database, api, before.number))
    return withChanges(database, api, before);
  const row = database.prepare('SELECT state, number FROM ledger WHERE api = ?').get(api);
  // What a sandbox starts from is shared by all its ledgers, and changes are made in place.
  const state: unknown =
    row === undefined ? structuredClone(sandbox.seed()) : JSON.parse(String(row['state']));
  return withChanges(database, api, { state, number: Number(row?.['number'] ?? 0), changes: 0 });
}

/** Numbers are never given twice, so one that is gone says that the state was put together or reset since. */
function isStillThere(database: DatabaseSync, api: string, number: number): boolean {
  const found = database
    .prepare(
      'SELECT 1 FROM ledger_change WHERE api = ?1 AND number = ?2 UNION ALL SELECT 1 FROM ledger WHERE api = ?1 AND number = ?2 AND ?2 > 0',
    )
    .get(api, number);
  return found !== undefined;
}

function withChanges(database: DatabaseSync, api: string, before: Known): Known {
  const rows = database
    .prepare('SELECT number, changes FROM ledger_change WHERE api = ? AND number > ? ORDER BY number')
    .all(api, before.number);
  return rows.reduce<Known>(
    ({ state, changes }, row) => ({
      state: applyChanges(state, JSON.parse(String(row['changes'])) as readonly StateChange[]),
      number: Number(row['number']),
      changes: changes + 1,
    }),
    before,
  );
}

function writeState(database: DatabaseSync, api: string, before: Known, state: unknown): Known {
  if (state === before.state) return before;
  const { lastInsertRowid } = database
    .prepare('INSERT INTO ledger_change (api, changes) VALUES (?, ?)')
    .run(api, JSON.stringify(changesBetween(before.state, state)));
  const number = Number(lastInsertRowid);
  if (before.changes < mostChanges) return { state, number, changes: before.changes + 1 };
  database
    .prepare('INSERT OR REPLACE INTO ledger (api, state, number) VALUES (?, ?, ?)')
    .run(api, JSON.stringify(state), number);
  database.prepare('DELETE FROM ledger_change WHERE api = ? AND number <= ?').run(api, number);
  return { state, number, changes: 0 };
}
