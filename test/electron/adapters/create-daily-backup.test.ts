import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';

import { createDailyBackup, type DailyBackup } from '../../../electron/adapters/create-daily-backup.ts';
import { backupFolder, listBackups } from '../../../electron/adapters/list-backups.ts';
import { createSqliteHistoryStore, historyPath } from '../../../electron/adapters/sqlite-history-store.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { HistoryStore } from '../../../shared/ports/history-store.ts';
import { startedExchange } from '../../support/some-exchange.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const hour = 60 * 60 * 1000;

type Setup = {
  readonly path: string;
  readonly history: HistoryStore & { close(): void };
  readonly backup: DailyBackup;
  readonly told: readonly Problem[];
  /** Lets a time pass, asks, and waits. */
  readonly pass: (milliseconds: number) => Promise<void>;
};

function open(folder = temporaryDirectory()): Setup {
  const history = createSqliteHistoryStore(folder);
  onTestFinished(() => history.close());
  record(history, 3);
  const told: Problem[] = [];
  let now = Date.now();
  const path = historyPath(folder);
  const clock = { now: () => now };
  const backup = createDailyBackup(path, { clock, tell: (problem) => told.push(problem) });
  const pass = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    backup.makeIfDue();
    await backup.close();
  };
  return { path, history, backup, told, pass };
}

function record(history: HistoryStore, count: number): void {
  for (let number = 0; number < count; number += 1) history.begin(startedExchange(), null);
}

it('makes one a day, and keeps the newest three', async () => {
  const { path, history, pass, told } = open();
  await pass(23 * hour);
  expect(listBackups(path)).toEqual([]);
  for (let day = 1; day <= 5; day += 1) {
    record(history, 1);
    await pass(25 * hour);
    await pass(hour);
  }
  expect(told).toEqual([]);
  const counts = listBackups(path).map((backup) => {
    const database = new DatabaseSync(backup.path, { readOnly: true });
    onTestFinished(() => database.close());
    return database.prepare('SELECT count(*) AS n FROM exchange').get()?.['n'];
  });
  expect(counts).toEqual([8, 7, 6]);
  expect(readdirSync(backupFolder(path))).toHaveLength(3);
  expect(readdirSync(dirname(path)).filter((name) => name.includes('backing-up'))).toEqual([]);
});

it('works as a history once it is copied into its place', async () => {
  const { path, history, pass } = open();
  await pass(25 * hour);
  history.close();
  const folder = temporaryDirectory();
  copyFileSync(listBackups(path)[0]?.path ?? '', historyPath(folder));
  const restored = createSqliteHistoryStore(folder);
  onTestFinished(() => restored.close());
  expect(restored.count()).toEqual({ ok: true, value: 3 });
  expect(restored.begin(startedExchange(), null)).toEqual({ ok: true, value: '4' });
  expect(restored.get('3')).toMatchObject({ ok: true, value: { exchange: startedExchange() } });
});

it('is of one moment, and delays nobody who writes meanwhile', async () => {
  const { path, history, backup, pass, told } = open();
  record(history, 300);
  const done = pass(25 * hour);
  let longest = 0;
  for (let number = 0; number < 50; number += 1) {
    const started = performance.now();
    record(history, 1);
    longest = Math.max(longest, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await done;
  await backup.close();
  expect(told).toEqual([]);
  expect(listBackups(path)).toHaveLength(1);
  expect(longest).toBeLessThan(1000);
  expect(history.count()).toEqual({ ok: true, value: 353 });
});

it('that fails is told once, stops nothing, and leaves nothing half made', async () => {
  const { path, history, pass, told } = open();
  writeFileSync(backupFolder(path), 'a file where the folder should be');
  await pass(25 * hour);
  await pass(hour);
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toMatch(/^The history could not be backed up \(.*\): /);
  expect(readdirSync(dirname(path)).filter((name) => name.includes('backing-up'))).toEqual([]);
  expect(history.begin(startedExchange(), null).ok).toBe(true);
  rmSync(backupFolder(path));
  await pass(hour);
  expect(listBackups(path)).toHaveLength(1);
});

it('of a damaged history is not kept', async () => {
  const { path, history, pass, told } = open();
  history.close();
  // All but the page with the schema.
  writeFileSync(path, readFileSync(path).fill(0xff, 4096));
  await pass(25 * hour);
  expect(told[0]?.message).toContain('the file is damaged');
  expect(listBackups(path)).toEqual([]);
});

it('is left to the program that is at it, until that is plainly dead', async () => {
  const { path, pass } = open();
  const half = `${path}.backing-up`;
  writeFileSync(half, '');
  const soon = new Date(Date.now() + 25 * hour);
  utimesSync(half, soon, soon);
  await pass(25 * hour);
  expect(listBackups(path)).toEqual([]);
  await pass(2 * hour);
  expect(listBackups(path)).toHaveLength(1);
});

it('lists complete backups of this database only', () => {
  const path = join(temporaryDirectory(), 'history.db');
  expect(listBackups(path)).toEqual([]);
  mkdirSync(backupFolder(path));
  for (const name of [
    'audit-2026-01-31T12-00-00-000Z.db',
    'history-2026-01-31T12-00-00-000Z.db-wal',
    'note.txt',
  ])
    writeFileSync(join(backupFolder(path), name), '');
  const older = join(backupFolder(path), 'history-2026-01-31T12-00-00-000Z.db');
  const newer = join(backupFolder(path), 'history-2026-02-01T08-30-00-250Z.db');
  for (const file of [older, newer]) writeFileSync(file, 'abc');
  expect(listBackups(path)).toEqual([
    { path: newer, madeAt: '2026-02-01T08:30:00.250Z', bytes: 3 },
    { path: older, madeAt: '2026-01-31T12:00:00.000Z', bytes: 3 },
  ]);
});
