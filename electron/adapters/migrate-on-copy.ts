import { copyFileSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { flush, removeDatabase } from './database-files.ts';
import { countRows, isIntact, versionOf } from './database-tables.ts';
import { backupFolder, backupPath, listBackups, removeOldBackups } from './list-backups.ts';
import { makeDirectory } from './make-directory.ts';
import { type Migration, runMigrations } from './run-migrations.ts';
import { sqliteFault } from './sqlite-fault.ts';
import { StorageError } from './storage-error.ts';
import { inUse } from './use-lock.ts';

/**
 * Brings a database up to date on a copy, checks the copy, keeps the old file as a backup and puts the copy in its
 * place, in one step: a crash leaves the old one or the new one. No other program may have it open. Throws what SQLite
 * and the file system throw, and a `StorageError` for a copy that is not what the old one was; nothing is changed then.
 */
export function migrateOnCopy(path: string, migrations: readonly Migration[]): void {
  const copy = migratingPath(path);
  removeHalfBackups(path);
  const old = new DatabaseSync(path, { timeout: 500 });
  try {
    foldLog(old);
    // From here on a workbench that knows nothing of the lock file cannot write either.
    old.exec('BEGIN IMMEDIATE');
    copyDatabase(path, copy);
    migrateCopy(copy, migrations, { rows: countRows(old), violations: countViolations(old) });
    switchTo(copy, path, old);
  } finally {
    if (old.isOpen) old.close();
    removeDatabase(copy);
  }
  removeOldBackups(path);
}

/** Where the copy is made; one that is found at a start is half made. */
export function migratingPath(path: string): string {
  return `${path}.migrating`;
}

/** Writes what stands in the log into the file itself; only possible where nobody else has the file open. */
function foldLog(old: DatabaseSync): void {
  try {
    old.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw sqliteFault(error) === 'busy' ? inUse() : error;
  }
}

/** A copy of what another connection holds still. */
export function copyDatabase(from: string, to: string): void {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 500 });
  try {
    source.prepare('VACUUM INTO ?').run(to);
  } finally {
    source.close();
  }
}

type Census = { readonly rows: ReadonlyMap<string, number>; readonly violations: number };

function migrateCopy(path: string, migrations: readonly Migration[], before: Census): void {
  const copy = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    // Kept in the file, so that opening it changes nothing.
    copy.exec('PRAGMA journal_mode = WAL');
    runMigrations(copy, migrations);
    const difference = differenceOf(copy, migrations.length, before);
    if (difference !== null) {
      throw new StorageError(
        `it could not be brought up to date, because afterwards ${difference}; it was left as it is`,
        'Use the workbench that wrote it, and report this.',
      );
    }
  } finally {
    copy.close();
  }
  flush(path, 'file');
}

/** What a migration must not have done, as the end of a sentence; `null` where all is well. */
function differenceOf(copy: DatabaseSync, version: number, before: Census): string | null {
  if (!isIntact(copy)) return 'the copy was damaged';
  if (versionOf(copy) !== version) return 'the copy had another version';
  const rows = countRows(copy);
  for (const [table, count] of before.rows) {
    const now = rows.get(table);
    if (now !== count) return `the table ${table} had ${now ?? 'no'} instead of ${count} rows`;
  }
  return countViolations(copy) > before.violations ? 'some rows belonged to none' : null;
}

function countViolations(database: DatabaseSync): number {
  return Number(database.prepare('SELECT count(*) AS n FROM pragma_foreign_key_check').get()?.['n'] ?? 0);
}

function switchTo(copy: string, path: string, old: DatabaseSync): void {
  const backup = keepAsBackup(path);
  try {
    // Windows renames nothing over an open file; there the lock file alone keeps others out for this moment.
    if (process.platform === 'win32') old.close();
    renameSync(copy, path);
  } catch (error) {
    rmSync(backup, { force: true });
    throw error;
  }
  flush(dirname(path), 'folder');
}

function keepAsBackup(path: string): string {
  makeDirectory(backupFolder(path), 0o700);
  const backup = backupPath(path, Date.now());
  try {
    linkSync(path, backup);
  } catch {
    // A disk without hard links, as those of cameras and sticks.
    copyFileSync(path, backup);
  }
  flush(backupFolder(path), 'folder');
  return backup;
}

/** A program that was killed just before it put the copy in place left a second name of the database as it is. */
function removeHalfBackups(path: string): void {
  const { ino, nlink } = statSync(path, { bigint: true });
  if (nlink === 1n) return;
  for (const backup of listBackups(path)) {
    if (statSync(backup.path, { bigint: true }).ino === ino) rmSync(backup.path);
  }
}
