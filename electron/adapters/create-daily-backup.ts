import { renameSync, statSync } from 'node:fs';

import type { Problem } from '../../shared/model/problem.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { backUpDatabase } from './back-up-database.ts';
import { flush, removeDatabase } from './database-files.ts';
import { backupFolder, backupPath, listBackups, removeOldBackups } from './list-backups.ts';
import { makeDirectory } from './make-directory.ts';
import { storageProblem } from './storage-problem.ts';
import { shareDatabase } from './use-lock.ts';

/** Milliseconds between two backups. */
const day = 24 * 60 * 60 * 1000;

/** Milliseconds after which a backup that was begun and never ended is taken for dead. */
const longest = 60 * 60 * 1000;

export type DailyBackup = {
  /** Begins a backup in the background where the newest is older than a day, or the database without one. */
  readonly makeIfDue: () => void;
  /** Waits for one that is on its way. */
  readonly close: () => Promise<void>;
};

/** Backups of the database at this path, beside it in `backups`. One that fails is told once and stops nothing. */
export function createDailyBackup(
  path: string,
  { clock, tell }: { readonly clock: Clock; readonly tell: (problem: Problem) => void },
): DailyBackup {
  let running: Promise<void> | null = null;
  let hasTold = false;
  const fail = (error: unknown): void => {
    if (!hasTold) tell(storageProblem('The history could not be backed up', backupFolder(path), error));
    hasTold = true;
  };
  const make = async (): Promise<void> => {
    try {
      if (isDue(path, clock.now())) await makeBackup(path, clock);
    } catch (error) {
      fail(error);
    }
  };
  return {
    makeIfDue: () => {
      running ??= make().finally(() => {
        running = null;
      });
    },
    close: async () => {
      await running;
    },
  };
}

function isDue(path: string, now: number): boolean {
  const newest = listBackups(path)[0]?.madeAt;
  // A clock that was set back must not put the next one off for ever.
  const since = newest === undefined ? statSync(path).birthtimeMs : Date.parse(newest);
  return Math.abs(now - since) > day;
}

async function makeBackup(path: string, clock: Clock): Promise<void> {
  makeDirectory(backupFolder(path), 0o700);
  const target = backupPath(path, clock.now());
  const half = `${path}.backing-up`;
  const begun = statSync(half, { throwIfNoEntry: false });
  // Another program is at it.
  if (begun !== undefined && clock.now() - begun.mtimeMs < longest) return;
  removeDatabase(half);
  // Nobody may put another file in the place of one that is being read.
  const release = shareDatabase(path);
  try {
    await backUpDatabase(path, half);
    flush(half, 'file');
    renameSync(half, target);
    flush(backupFolder(path), 'folder');
    removeOldBackups(path);
  } finally {
    release();
    removeDatabase(half);
  }
}
