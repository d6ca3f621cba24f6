import type { DatabaseSync } from 'node:sqlite';

import { versionOf } from './database-tables.ts';

/**
 * One step of a schema, from the version before it: statements, or what no statement can do. It runs in a transaction,
 * without foreign keys, and leaves every table that was there with as many rows as it had.
 */
export type Migration = string | ((database: DatabaseSync) => void);

/** Runs an action in a transaction that takes the write lock at once, so that two programs cannot both read first. */
export function inTransaction<Value>(database: DatabaseSync, action: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = action();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk or a damaged page has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Runs the steps that are missing, as a whole or not at all. Throws what they throw. */
export function runMigrations(database: DatabaseSync, migrations: readonly Migration[]): void {
  inTransaction(database, () => {
    for (const migration of migrations.slice(versionOf(database))) {
      if (typeof migration === 'string') database.exec(migration);
      else migration(database);
    }
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
