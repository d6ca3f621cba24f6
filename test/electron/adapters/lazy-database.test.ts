import { readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { countOf } from '../../../electron/adapters/database-tables.ts';
import { createLazyDatabase, type LazyDatabase } from '../../../electron/adapters/lazy-database.ts';
import { backupPath } from '../../../electron/adapters/list-backups.ts';
import { makeDirectory } from '../../../electron/adapters/make-directory.ts';
import { openDatabase } from '../../../electron/adapters/open-database.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { notesMigrations, notesWords } from '../../support/notes-database.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

type Notes = LazyDatabase & { readonly told: readonly Problem[] };

const page = 4096;

function openNotes(path: string, rebuild?: (database: DatabaseSync) => void): Notes {
  const told: Problem[] = [];
  const notes = createLazyDatabase(path, notesMigrations, {
    tell: (problem) => told.push(problem),
    recovery: notesWords,
    ...(rebuild === undefined ? {} : { rebuild }),
  });
  onTestFinished(notes.close);
  return { ...notes, told };
}

/** A closed database of notes of a third of a page each, with two marks on each note. */
function writeNotes(count: number, path = join(temporaryDirectory(), 'notes.db')): string {
  const { database, close } = openDatabase(path, notesMigrations);
  database.exec('BEGIN');
  addNotes(database, count);
  database.exec('COMMIT');
  close();
  return path;
}

function addNotes(database: DatabaseSync, count: number): void {
  const note = database.prepare('INSERT INTO note (text) VALUES (?)');
  const mark = database.prepare("INSERT INTO mark VALUES (?, ?, 'word ' || ?)");
  for (let number = 0; number < count; number += 1) {
    const { lastInsertRowid } = note.run('x'.repeat(1200));
    for (const position of [0, 1]) mark.run(lastInsertRowid, position, String(lastInsertRowid));
  }
}

/** Keeps a copy as it is now, as if it were a backup made by itself. */
function keepBackup(path: string): string {
  const backup = backupPath(path, Date.parse('2026-01-31T12:00:00Z'));
  makeDirectory(dirname(backup));
  writeFileSync(backup, readFileSync(path));
  return backup;
}

/** Overwrites pages, counted from 0. */
function damagePages(path: string, pages: readonly number[], byte = 0xff): Buffer {
  const bytes = readFileSync(path);
  for (const number of pages) bytes.fill(byte, number * page, (number + 1) * page);
  writeFileSync(path, bytes);
  return bytes;
}

/** Which pages a table or index lies on, counted from 0. */
function pagesOf(path: string, name: string, type: 'leaf' | 'internal'): readonly number[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path')
    .all(name, type);
  database.close();
  return rows.map(({ pageno }) => Number(pageno) - 1);
}

function idsOf(notes: Notes, table = 'note', key = 'id'): readonly number[] {
  const read = notes.attempt('The notes cannot be read', (database) =>
    database.prepare(`SELECT ${key} AS id FROM ${table} ORDER BY ${key}`).all(),
  );
  if (!read.ok) throw new Error(read.error.message);
  return read.value.map(({ id }) => Number(id));
}

function messageOf(result: Result<unknown, Problem>): string {
  if (result.ok) throw new Error('It did not fail');
  return result.error.message;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

describe('a damaged database', () => {
  it('gives every row outside the damaged pages, and the damaged file is kept', () => {
    const path = writeNotes(300);
    const leaves = pagesOf(path, 'note', 'leaf');
    const bytes = damagePages(path, [leaves[10] ?? 0, leaves[50] ?? 0]);
    const notes = openNotes(path);
    const ids = idsOf(notes);
    // Three notes to a page.
    expect(ids).toHaveLength(294);
    expect(readFileSync(`${path}.damaged-1`)).toEqual(bytes);
    expect(notes.told).toEqual([
      {
        code: 'storage',
        message: `The box of notes was damaged (${path}). 294 of 300 notes could be read again. The damaged file is kept as ${path}.damaged-1. Something may be forgotten.`,
        remedy: 'Remember it.',
      },
    ]);
    expect(readdirSync(dirname(path)).filter((name) => /recover|restor/.test(name))).toEqual([]);
  });

  it.each([
    ['the first page of rows', 0],
    ['the last page of rows', -1],
  ])('gives the rest where %s is damaged', (_what, at) => {
    const path = writeNotes(300);
    damagePages(path, [pagesOf(path, 'note', 'leaf').at(at) ?? 0]);
    const notes = openNotes(path);
    expect(idsOf(notes).length).toBeGreaterThanOrEqual(297);
    expect(notes.told[0]?.message).toMatch(/29\d of 300 notes could be read again\./);
    // The ids of lost notes are never given to others.
    notes.use((database) => addNotes(database, 1));
    expect(idsOf(notes).at(-1)).toBe(301);
  });

  it('gives the rest of a table that is ordered by its own key', () => {
    const path = writeNotes(3000);
    const leaves = pagesOf(path, 'mark', 'leaf');
    damagePages(path, [leaves[1] ?? 0, leaves[4] ?? 0]);
    const notes = openNotes(path);
    const marks = idsOf(notes, 'mark', 'note_id').length;
    expect(marks).toBeGreaterThan(5000);
    expect(marks).toBeLessThan(6000);
    expect(idsOf(notes)).toEqual(upTo(3000));
    expect(notes.told[0]?.message).toContain('All 3,000 notes could be read again.');
    // Marks are lost, if no notes.
    expect(notes.told[0]?.message).toContain('Something may be forgotten.');
  });

  it('loses nothing where only an index is damaged', () => {
    const path = writeNotes(300);
    damagePages(path, pagesOf(path, 'mark_by_word', 'leaf'));
    const notes = openNotes(path);
    const found = notes.attempt('The notes cannot be read', (database) =>
      database.prepare("SELECT note_id FROM mark WHERE word = 'word 300'").all(),
    );
    expect(found).toEqual({ ok: true, value: [{ note_id: 300 }, { note_id: 300 }] });
    expect(idsOf(notes)).toEqual(upTo(300));
    expect(notes.told).toMatchObject([{ message: expect.stringMatching(/All 300 notes .* kept as \S+\.$/) }]);
  });

  it('gives back exactly the rows that are left, whichever pages are damaged', { timeout: 60_000 }, () => {
    const original = readFileSync(writeNotes(120));
    const property = fc.property(
      fc.array(fc.integer({ min: 2, max: original.length / page - 1 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(0, 0xff, 0x41),
      (pages, byte) => {
        const path = join(temporaryDirectory(), 'notes.db');
        writeFileSync(path, original);
        const backup = keepBackup(path);
        damagePages(path, pages, byte);
        const notes = openNotes(path);
        // Whatever a read meets first.
        expect(idsOf(notes)).toEqual(upTo(120));
        notes.use((database) => database.prepare('SELECT sum(length(text)) FROM note').get());
        notes.use((database) => database.prepare('SELECT count(DISTINCT word) FROM mark NOT INDEXED').get());
        expect(idsOf(notes, 'mark', 'note_id')).toHaveLength(240);
        expect(readFileSync(backup)).toEqual(original);
        notes.close();
      },
    );
    fc.assert(property, { seed: 4417, numRuns: 40 });
  });

  it('takes what cannot be read from the newest backup, and nothing else of it', () => {
    const path = writeNotes(200);
    keepBackup(path);
    const { database, close } = openDatabase(path, notesMigrations);
    database.exec(
      "UPDATE note SET text = 'changed since'; DELETE FROM mark WHERE note_id = 3; DELETE FROM note WHERE id = 3",
    );
    addNotes(database, 100);
    close();
    const leaves = pagesOf(path, 'note', 'leaf');
    damagePages(path, [leaves[1] ?? 0, leaves.at(-1) ?? 0]);
    const notes = openNotes(path);
    const ids = idsOf(notes);
    expect(ids.slice(0, 199)).toEqual(upTo(200).filter((id) => id !== 3));
    expect(ids.at(-1)).toBeGreaterThan(290);
    const message = notes.told[0]?.message;
    expect(message).toMatch(
      /of \d+ notes could be read again, \d+ more came from the backup of 2026-01-31 12:00 UTC\./,
    );
    expect(message).toContain('Something may be forgotten.');
  });

  it('is replaced by the newest backup that is whole where nothing of it can be read', () => {
    const path = writeNotes(50);
    keepBackup(path);
    const broken = backupPath(path, Date.parse('2026-02-01T12:00:00Z'));
    writeFileSync(broken, 'no backup any more '.repeat(1000));
    writeFileSync(path, 'no database any more '.repeat(1000));
    const notes = openNotes(path);
    expect(idsOf(notes)).toEqual(upTo(50));
    expect(notes.told[0]?.message).toContain(
      '50 notes came from the backup of 2026-01-31 12:00 UTC; what was added since is lost.',
    );
    expect(readFileSync(broken, 'utf8')).toContain('no backup any more');
  });

  it('is restored from the backup where it lost all its bytes', () => {
    const path = writeNotes(50);
    keepBackup(path);
    writeFileSync(path, '');
    const notes = openNotes(path);
    expect(idsOf(notes)).toEqual(upTo(50));
    expect(notes.told).toHaveLength(1);
  });

  it('starts empty where there is no backup either, and says so', () => {
    const path = join(temporaryDirectory(), 'notes.db');
    const text = 'no database any more '.repeat(1000);
    writeFileSync(path, text);
    const notes = openNotes(path);
    expect(idsOf(notes)).toEqual([]);
    expect(notes.told[0]?.message).toContain(
      'Nothing of it could be read and there is no backup, so it starts empty.',
    );
    expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe(text);
  });

  it('is found at any later read as well, with what its log holds', () => {
    const path = writeNotes(100);
    const notes = openNotes(path);
    expect(idsOf(notes)).toHaveLength(100);
    notes.use((database) => {
      database.exec('PRAGMA cache_size = 0; PRAGMA wal_autocheckpoint = 0');
      addNotes(database, 5);
    });
    damagePages(path, [pagesOf(path, 'note', 'leaf')[8] ?? 0]);
    expect(idsOf(notes).length).toBe(102);
    notes.use((database) =>
      expect(database.prepare('SELECT sum(length(text)) FROM note').get()).toBeDefined(),
    );
    expect(notes.told).toHaveLength(1);
  });

  it('has what is made from other tables made anew', () => {
    const path = writeNotes(30);
    damagePages(path, [pagesOf(path, 'note', 'leaf')[2] ?? 0]);
    const notes = openNotes(path, (database) => database.exec("UPDATE note SET colour = 'rebuilt'"));
    const colours = notes.use((database) => database.prepare('SELECT DISTINCT colour FROM note').all());
    expect(colours).toEqual([{ colour: 'rebuilt' }]);
  });

  it('stops the next send once where rows are lost, so that nobody refunds without knowing', () => {
    const path = writeNotes(100);
    damagePages(path, [pagesOf(path, 'note', 'leaf')[8] ?? 0]);
    const notes = openNotes(path);
    const send = (): Result<number, Problem> =>
      notes.attemptSend('Nothing was sent', (database) => {
        addNotes(database, 1);
        return countOf(database, 'note');
      });
    expect(idsOf(notes)).toHaveLength(97);
    expect(messageOf(send())).toBe(
      `Nothing was sent (${path}): the file was damaged, and not every earlier refund may be known any more.`,
    );
    expect(send()).toEqual({ ok: true, value: 98 });
  });

  it('is not recovered while another workbench has it open', { timeout: 20_000 }, () => {
    const path = writeNotes(100);
    const other = openDatabase(path, notesMigrations);
    const bytes = damagePages(path, pagesOf(path, 'note', 'leaf').slice(5, 6));
    const notes = openNotes(path);
    const read = notes.attempt('The notes cannot be read', (database) =>
      database.prepare('SELECT sum(length(text)) FROM note').get(),
    );
    expect(messageOf(read)).toContain('another workbench has it open');
    expect(existsSync(`${path}.damaged-1`)).toBe(false);
    expect(readFileSync(path)).toEqual(bytes);
    other.close();
    expect(idsOf(notes)).toHaveLength(97);
  });

  it('that nobody may mend stays as it is and is refused', () => {
    const path = writeNotes(100);
    const bytes = damagePages(path, pagesOf(path, 'note', 'leaf').slice(5, 6));
    const notes = createLazyDatabase(path, notesMigrations);
    onTestFinished(notes.close);
    const read = notes.attempt('The notes cannot be read', (database) =>
      database.prepare('SELECT sum(length(text)) FROM note').get(),
    );
    expect(messageOf(read)).toBe(`The notes cannot be read (${path}): the file is damaged.`);
    expect(readFileSync(path)).toEqual(bytes);
  });
});

it('a database of an older workbench that is damaged is recovered and brought up to date', () => {
  const path = join(temporaryDirectory(), 'notes.db');
  const { database, close } = openDatabase(path, notesMigrations.slice(0, 2));
  addNotes(database, 100);
  close();
  damagePages(path, [pagesOf(path, 'note', 'leaf')[8] ?? 0]);
  const notes = openNotes(path);
  expect(idsOf(notes)).toHaveLength(97);
  expect(notes.use((raw) => raw.prepare('SELECT colour FROM note WHERE id = 1').get())).toEqual({
    colour: 'colour 1',
  });
});
