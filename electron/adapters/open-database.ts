import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { removeDatabase } from './database-files.ts';
import { versionOf } from './database-tables.ts';
import { listBackups } from './list-backups.ts';
import { makeDirectory } from './make-directory.ts';
import { migrateOnCopy, migratingPath } from './migrate-on-copy.ts';
import { finishRecovery, isRecoveryUnfinished } from './put-recovered-in-place.ts';
import { type Migration, runMigrations } from './run-migrations.ts';
import { StorageError } from './storage-error.ts';
import { shareDatabase, withDatabaseAlone } from './use-lock.ts';

export { inTransaction, type Migration } from './run-migrations.ts';

/** A database that is open, and said to be in use until it is closed. */
export type OpenDatabase = {
  readonly database: DatabaseSync;
  /** Where a newer workbench wrote it, so that it can only be read: a sentence about that, without its full stop. */
  readonly newer: string | null;
  readonly close: () => void;
};

/**
 * Opens a SQLite file and brings its schema up to date. Several programs (window, web host, command line) may have it
 * open at once: write-ahead log, and five seconds of patience for a lock. One of a newer workbench is opened only for
 * reading. Throws what SQLite throws, and a `StorageError` where another program is in the way.
 */
export function openDatabase(path: string, migrations: readonly Migration[]): OpenDatabase {
  makeDirectory(dirname(path), 0o700);
  const opened = openReady(path, migrations.length);
  if (opened !== null) return opened;
  withDatabaseAlone(path, () => prepare(path, migrations));
  const prepared = openReady(path, migrations.length);
  if (prepared === null) throw new StorageError('another program replaced it just now', 'Try again.');
  return prepared;
}

/** `null` where it has to be prepared first, for which no other program may have it open. */
function openReady(path: string, known: number): OpenDatabase | null {
  const release = shareDatabase(path);
  let database: DatabaseSync | null = null;
  const close = (): void => {
    database?.close();
    release();
  };
  try {
    if (existsSync(path) && !isRecoveryUnfinished(path)) {
      database = new DatabaseSync(path, { timeout: 5000 });
      const found = versionOf(database);
      if (found > known) {
        database.close();
        database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
        return { database, newer: writtenByNewer(found, known), close };
      }
      if (found === known && hasLog(database)) {
        database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
        return { database, newer: null, close };
      }
    }
  } catch (error) {
    close();
    throw error;
  }
  close();
  return null;
}

/** Setting the mode takes a lock even where it is set already, so it is looked at first. */
function hasLog(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA journal_mode').get()?.['journal_mode'] === 'wal';
}

function prepare(path: string, migrations: readonly Migration[]): void {
  finishRecovery(path);
  removeDatabase(migratingPath(path));
  const isThere = existsSync(path);
  const database = new DatabaseSync(path, { timeout: 500, enableForeignKeyConstraints: false });
  try {
    const found = versionOf(database);
    const isNew = found === 0 && isEmpty(database);
    if (isNew && isThere && listBackups(path).length > 0) throw emptied();
    if (isNew || found === migrations.length) {
      if (!hasLog(database)) database.exec('PRAGMA journal_mode = WAL');
      if (isNew) runMigrations(database, migrations);
      return;
    }
    if (found > migrations.length) return;
  } finally {
    database.close();
  }
  migrateOnCopy(path, migrations);
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] === 0;
}

function writtenByNewer(found: number, known: number): string {
  return `it was written by a newer workbench (version ${found}; this one knows ${known})`;
}

/** SQLite takes a file that lost all its bytes for a new database; what backups there are say that it is none. */
function emptied(): Error {
  const damaged = 11;
  return Object.assign(new Error('the file is empty, and was not'), { errcode: damaged });
}
