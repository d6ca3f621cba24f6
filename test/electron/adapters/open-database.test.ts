import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';

import { listBackups } from '../../../electron/adapters/list-backups.ts';
import { inTransaction, type Migration, openDatabase } from '../../../electron/adapters/open-database.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const first = 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT';
const second = "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'";

function open(path: string, migrations: readonly Migration[]): DatabaseSync {
  const { database, close } = openDatabase(path, migrations);
  onTestFinished(close);
  return database;
}

/** Opens, writes and closes, as a program that has ended. */
function writeNotes(path: string, migrations: readonly Migration[], ...texts: readonly string[]): void {
  const { database, close } = openDatabase(path, migrations);
  for (const text of texts) database.prepare('INSERT INTO note (text) VALUES (?)').run(text);
  close();
}

function newPath(): string {
  return join(temporaryDirectory(), 'new', 'notes.db');
}

function valueOf(database: DatabaseSync, sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}

it('makes the folder and the schema, with a write-ahead log', () => {
  const path = newPath();
  const database = open(path, [first, second]);
  database.exec("INSERT INTO note (text) VALUES ('kept')");
  expect(valueOf(database, 'PRAGMA journal_mode')).toBe('wal');
  expect(valueOf(database, 'PRAGMA user_version')).toBe(2);
  expect(valueOf(database, 'PRAGMA foreign_keys')).toBe(1);
  expect(listBackups(path)).toEqual([]);
});

it('does not touch a file that is no database', () => {
  const path = join(temporaryDirectory(), 'notes.db');
  const text = 'my precious notes, which are no database\n'.repeat(100);
  writeFileSync(path, text);
  expect(() => openDatabase(path, [first])).toThrow('not a database');
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('opens a database that another program is writing to', () => {
  const path = newPath();
  writeNotes(path, [first], 'kept');
  const writer = open(path, [first]);
  writer.exec("BEGIN IMMEDIATE; INSERT INTO note (text) VALUES ('on its way')");
  const started = performance.now();
  expect(valueOf(open(path, [first]), 'SELECT count(*) FROM note')).toBe(1);
  expect(performance.now() - started).toBeLessThan(1000);
  writer.exec('COMMIT');
});

describe('an older database', () => {
  it('gets the steps that are missing, each only once, and keeps its rows', () => {
    const path = newPath();
    writeNotes(path, [first], 'kept');
    writeNotes(path, [first, second]);
    const later = open(path, [first, second]);
    expect(later.prepare('SELECT text, colour FROM note').all()).toEqual([{ text: 'kept', colour: 'none' }]);
    expect(valueOf(later, 'PRAGMA journal_mode')).toBe('wal');
  });

  it('may be changed by a function, which sees what the steps before it did', () => {
    const path = newPath();
    writeNotes(path, [first], 'kept');
    const third: Migration = (database) => database.exec("UPDATE note SET colour = 'red'");
    expect(valueOf(open(path, [first, second, third]), 'SELECT colour FROM note')).toBe('red');
  });

  it('stays as a backup, with what its log still held', () => {
    const path = newPath();
    writeNotes(path, [first]);
    const killed = new DatabaseSync(path);
    killed.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO note (text) VALUES ('only in the log')");
    const reader = new DatabaseSync(path, { readOnly: true });
    reader.prepare('SELECT * FROM note').get();
    // The last one to leave may only read, so nobody folds the log into the file.
    killed.close();
    reader.close();
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(valueOf(open(path, [first, second]), 'SELECT text FROM note')).toBe('only in the log');
    const [backup] = listBackups(path);
    const old = new DatabaseSync(backup?.path ?? '', { readOnly: true });
    onTestFinished(() => old.close());
    expect(valueOf(old, 'SELECT text FROM note')).toBe('only in the log');
    expect(valueOf(old, 'PRAGMA user_version')).toBe(1);
  });

  it('is left as it was where a step fails', () => {
    const path = newPath();
    writeNotes(path, [first], 'kept');
    expect(() => openDatabase(path, [first, second, 'NONSENSE'])).toThrow('NONSENSE');
    expect(listBackups(path)).toEqual([]);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('migrating'))).toEqual([]);
    const database = open(path, [first]);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ id: 1, text: 'kept' }]);
  });

  it.each([
    ['loses a row', 'DELETE FROM note WHERE id = 1', 'the table note had 1 instead of 2 rows'],
    [
      'doubles rows',
      'INSERT INTO note (text) SELECT text FROM note',
      'the table note had 4 instead of 2 rows',
    ],
    ['drops a table', 'DROP TABLE note', 'the table note had no instead of 2 rows'],
    [
      'leaves rows that belong to none',
      'CREATE TABLE mark (note INTEGER REFERENCES note (id)); INSERT INTO mark VALUES (99)',
      'some rows belonged to none',
    ],
  ])('is left as it was where a step %s', (_what, step, reason) => {
    const path = newPath();
    writeNotes(path, [first], 'one', 'two');
    expect(() => openDatabase(path, [first, step])).toThrow(reason);
    expect(listBackups(path)).toEqual([]);
    expect(valueOf(open(path, [first]), 'SELECT count(*) FROM note')).toBe(2);
  });

  it('waits until the other workbench is closed', { timeout: 20_000 }, () => {
    const path = newPath();
    writeNotes(path, [first], 'kept');
    const { database, close } = openDatabase(path, [first]);
    expect(() => openDatabase(path, [first, second])).toThrow('another workbench has it open');
    database.exec("INSERT INTO note (text) VALUES ('meanwhile')");
    close();
    expect(valueOf(open(path, [first, second]), 'SELECT count(*) FROM note')).toBe(2);
  });

  it('waits for a program, too, that knows nothing of the lock file', () => {
    const path = newPath();
    writeNotes(path, [first], 'kept');
    const stranger = new DatabaseSync(path);
    stranger.prepare('SELECT * FROM note').get();
    expect(() => openDatabase(path, [first, second])).toThrow('another workbench has it open');
    stranger.exec("INSERT INTO note (text) VALUES ('meanwhile')");
    stranger.close();
    expect(valueOf(open(path, [first, second]), 'SELECT count(*) FROM note')).toBe(2);
  });

  it('keeps three backups at the most', () => {
    const path = newPath();
    const steps = ['a', 'b', 'c', 'd', 'e'].map((name) => `CREATE TABLE ${name} (x)`);
    for (const [index] of steps.entries()) openDatabase(path, steps.slice(0, index + 1)).close();
    const versions = listBackups(path).map((backup) => {
      const database = new DatabaseSync(backup.path, { readOnly: true });
      onTestFinished(() => database.close());
      return valueOf(database, 'PRAGMA user_version');
    });
    expect(versions).toEqual([4, 3, 2]);
  });
});

describe('a database of a newer workbench', () => {
  it('can be read, and says why nothing can be written', () => {
    const path = newPath();
    writeNotes(path, [first, second], 'kept');
    const { database, newer, close } = openDatabase(path, [first]);
    onTestFinished(close);
    expect(newer).toBe('it was written by a newer workbench (version 2; this one knows 1)');
    expect(valueOf(database, 'SELECT text FROM note')).toBe('kept');
    expect(() => database.exec("INSERT INTO note (text) VALUES ('x')")).toThrow('readonly');
  });
});

it.runIf(existsSync('/proc/self/fd'))('lets go of a file that it refuses, and of its lock', () => {
  const path = newPath();
  openDatabase(path, [first]).close();
  expect(() => openDatabase(path, [first, 'NONSENSE'])).toThrow('NONSENSE');
  expect(countOpen(path)).toBe(0);
  expect(countOpen(`${path}.lock`)).toBe(0);
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
