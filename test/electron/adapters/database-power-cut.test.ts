import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

import { countOf, isIntact, versionOf } from '../../../electron/adapters/database-tables.ts';
import { createLazyDatabase } from '../../../electron/adapters/lazy-database.ts';
import { listBackups } from '../../../electron/adapters/list-backups.ts';
import { openDatabase } from '../../../electron/adapters/open-database.ts';
import { notesMigrations, notesWords } from '../../support/notes-database.ts';
import { startProgram } from '../../support/run-cli.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const support = join(import.meta.dirname, '..', '..', 'support');
const killer = pathToFileURL(join(support, 'kill-at-step.mjs')).href;

function writeNotes(version: number): string {
  const path = join(temporaryDirectory(), 'notes.db');
  const { database, close } = openDatabase(path, notesMigrations.slice(0, version));
  const insert = database.prepare('INSERT INTO note (text) VALUES (?)');
  for (let number = 1; number <= 100; number += 1) insert.run(`note ${number} `.repeat(90));
  close();
  return path;
}

/** Kills the program at its first step, then at its second, and so on, each on a fresh copy, until it gets through. */
async function killAtEveryStep(original: string): Promise<readonly string[]> {
  const killed: string[] = [];
  for (let step = 1; step < 100; step += batch) {
    const runs = await Promise.all(
      Array.from({ length: batch }, (_, index) => runUntil(original, step + index)),
    );
    killed.push(...runs.flatMap(({ path, isDead }) => (isDead ? [path] : [])));
    if (runs.some(({ isDead }) => !isDead)) return killed;
  }
  throw new Error('It never gets through');
}

/** Programs at once. */
const batch = 3;

async function runUntil(
  original: string,
  step: number,
): Promise<{ readonly path: string; readonly isDead: boolean }> {
  const path = join(temporaryDirectory(), 'notes.db');
  copyFileSync(original, path);
  const program = ['--import', killer, join(support, 'use-notes.ts'), path];
  const { code, stdout, stderr } = await startProgram(program, { env: { KILL_AT_STEP: String(step) } }).ended;
  expect(stderr).toBe('');
  expect(stdout).toMatch(code === null ? /^$/ : /^\d+\n$/);
  return { path, isDead: code === null };
}

function countNotes(path: string): number {
  const notes = createLazyDatabase(path, notesMigrations, { recovery: notesWords });
  onTestFinished(notes.close);
  return notes.use((database) => countOf(database, 'note'));
}

it(
  'killed at any step of a migration, the file is the old one or the new one, whole',
  { timeout: 60_000 },
  async () => {
    const versions = new Set<number>();
    const killed = await killAtEveryStep(writeNotes(1));
    for (const path of killed) {
      const raw = new DatabaseSync(path);
      versions.add(versionOf(raw));
      expect(isIntact(raw)).toBe(true);
      expect(countOf(raw, 'note')).toBe(100);
      raw.close();
      const { database, close } = openDatabase(path, notesMigrations);
      onTestFinished(close);
      expect(database.prepare('SELECT id, colour FROM note WHERE id = 100').all()).toEqual([
        { id: 100, colour: 'colour 100' },
      ]);
      const left = readdirSync(dirname(path)).filter(
        (name) => !/^notes\.db(?:-wal|-shm|\.lock|\.lock-journal)?$/.test(name),
      );
      expect(left).toEqual(['backups']);
      for (const backup of listBackups(path)) {
        const old = new DatabaseSync(backup.path, { readOnly: true });
        expect([versionOf(old), countOf(old, 'note')]).toEqual([1, 100]);
        old.close();
      }
      expect(listBackups(path)).toHaveLength(1);
    }
    expect(killed.length).toBeGreaterThan(10);
    expect(versions).toEqual(new Set([1, 3]));
  },
);

it(
  'killed at any step of a recovery, the next start ends it, and the damaged file is kept',
  { timeout: 90_000 },
  async () => {
    const damaged = writeNotes(3);
    const bytes = readFileSync(damaged);
    // One page of notes, in the midst of them.
    bytes.fill(0xff, 4096 * 20, 4096 * 21);
    writeFileSync(damaged, bytes);
    const killed = await killAtEveryStep(damaged);
    expect(killed.length).toBeGreaterThan(10);
    const counts = new Set(killed.map(countNotes));
    expect(counts.size).toBe(1);
    expect([...counts][0]).toBeGreaterThan(90);
    expect([...counts][0]).toBeLessThan(100);
    for (const path of killed) {
      const names = readdirSync(dirname(path));
      expect(names.filter((name) => /recover|restor/.test(name))).toEqual([]);
      const kept = names.filter((name) => /\.damaged-\d+$/.test(name));
      expect(kept).toHaveLength(1);
      expect(readFileSync(join(dirname(path), kept[0] ?? ''))).toEqual(bytes);
    }
  },
);
