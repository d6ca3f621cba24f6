import type { Migration } from '../open-database.ts';

/**
 * A whole state after the change `number`, and the changes since; a long ledger is not written anew for each of them.
 * `control` has one row.
 */
export const migrations: readonly Migration[] = [
  'CREATE TABLE ledger (api TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT',
  `ALTER TABLE ledger ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
   CREATE TABLE ledger_change (
     number INTEGER PRIMARY KEY AUTOINCREMENT, api TEXT NOT NULL, changes TEXT NOT NULL) STRICT;
   CREATE INDEX ledger_change_api ON ledger_change (api, number);`,
  `CREATE TABLE control (one INTEGER PRIMARY KEY CHECK (one = 1), controls TEXT NOT NULL) STRICT;
   CREATE TABLE request_log (
     number INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL) STRICT;`,
];
