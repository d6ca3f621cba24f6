import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { makeDirectory } from './make-directory.ts';

/** One step of a schema: the statements that lead from the version before it, or what else it takes. */
export type Migration = string | ((database: DatabaseSync) => void);

/** A database of a newer workbench; it is not touched. */
export class NewerDatabaseError extends Error {
  constructor(found: number, known: number) {
    super(`it was written by a newer workbench (version ${found}; this one knows ${known})`);
  }
}

/**
 * Opens a SQLite file and brings its schema up to date. Several programs (window, web host, command line) may have it
 * open at once: write-ahead log, and five seconds of patience for a lock. Throws what SQLite throws.
 */
export function openDatabase(path: string, migrations: readonly Migration[]): DatabaseSync {
  makeDirectory(dirname(path), 0o700);
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    inTransaction(database, () => migrate(database, migrations));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Runs an action in a transaction that takes the write lock at once, so that two programs cannot both read first. */
export function inTransaction<Value>(database: DatabaseSync, action: () => Value): Value {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = action();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function migrate(database: DatabaseSync, migrations: readonly Migration[]): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
  for (const migration of migrations.slice(found)) {
    if (typeof migration === 'string') database.exec(migration);
    else migration(database);
  }
  database.exec(`PRAGMA user_version = ${migrations.length}`);
}
