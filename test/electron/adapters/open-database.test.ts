import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';

import { inTransaction, openDatabase } from '../../../electron/adapters/open-database.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const first = 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT';
const second = "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'";

function open(path: string, migrations: readonly string[]): DatabaseSync {
  const { database, close } = openDatabase(path, migrations);
  onTestFinished(close);
  return database;
}

function newPath(): string {
  return join(temporaryDirectory(), 'new', 'notes.db');
}

it('makes the folder and the schema, with a write-ahead log', () => {
  const database = open(newPath(), [first]);
  database.exec("INSERT INTO note (text) VALUES ('kept')");
  expect(database.prepare('PRAGMA journal_mode').get()?.['journal_mode']).toBe('wal');
  expect(database.prepare('PRAGMA user_version').get()?.['user_version']).toBe(1);
});

it('runs the steps that are missing, and each only once', () => {
  const path = newPath();
  open(path, [first]).exec("INSERT INTO note (text) VALUES ('kept')");
  const later = open(path, [first, second]);
  expect(later.prepare('SELECT text, colour FROM note').all()).toEqual([{ text: 'kept', colour: 'none' }]);
  expect(open(path, [first, second]).prepare('SELECT count(*) AS n FROM note').get()?.['n']).toBe(1);
});

it('leaves the file as it was where a step fails', () => {
  const path = newPath();
  open(path, [first]);
  expect(() => openDatabase(path, [first, second, 'NONSENSE'])).toThrow('NONSENSE');
  const database = open(path, [first]);
  expect(database.prepare('SELECT count(*) AS n FROM note').get()?.['n']).toBe(0);
  expect(database.prepare("SELECT count(*) AS n FROM pragma_table_info('note')").get()?.['n']).toBe(2);
});

it('refuses a file of a newer workbench and says which version it has', () => {
  const path = newPath();
  open(path, [first, second]).exec("INSERT INTO note (text) VALUES ('kept')");
  expect(() => openDatabase(path, [first])).toThrow(
    'it was written by a newer workbench (version 2; this one knows 1)',
  );
  const rows = open(path, [first, second]).prepare('SELECT text FROM note').all();
  expect(rows).toEqual([{ text: 'kept' }]);
});

it('does not touch a file that is no database', () => {
  const path = join(temporaryDirectory(), 'notes.db');
  const text = 'my precious notes, which are no database\n'.repeat(100);
  writeFileSync(path, text);
  expect(() => openDatabase(path, [first])).toThrow('not a database');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it.runIf(existsSync('/proc/self/fd'))('lets go of a file that it refuses', () => {
  const path = newPath();
  openDatabase(path, [first, second]).close();
  expect(() => openDatabase(path, [first])).toThrow('newer workbench');
  expect(countOpen(path)).toBe(0);
});

/** How often this process has a file open. */
function countOpen(path: string): number {
  const targets = readdirSync('/proc/self/fd').map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target === path).length;
}

it('undoes everything where an action in a transaction fails', () => {
  const database = open(newPath(), [first]);
  expect(() =>
    inTransaction(database, () => {
      database.exec("INSERT INTO note (text) VALUES ('half')");
      throw new Error('on the way');
    }),
  ).toThrow('on the way');
  expect(database.prepare('SELECT count(*) AS n FROM note').get()?.['n']).toBe(0);
  expect(inTransaction(database, () => 'again')).toBe('again');
});

it('takes the write lock at the start of a transaction, so that two programs cannot both read first', () => {
  const path = newPath();
  const database = open(path, [first]);
  const other = new DatabaseSync(path, { timeout: 0 });
  onTestFinished(() => other.close());
  inTransaction(database, () => {
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked');
  });
  other.exec('BEGIN IMMEDIATE');
});
