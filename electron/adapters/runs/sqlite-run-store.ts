import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import type { RunStore } from '../../../shared/ports/run-store.ts';
import { createLazyDatabase } from '../lazy-database.ts';
import { inTransaction } from '../open-database.ts';
import { isRunLocked, lockRun } from './run-lock.ts';
import {
  deleteRun,
  endRun,
  findRun,
  insertResult,
  insertRun,
  listFailedIterations,
  listResults,
  listRuns,
  type OwnedRun,
  runMigrations,
} from './run-table.ts';

const unreadable = 'The runs cannot be read';
const unwritable = 'The run cannot be written down';

/** Runs and their results in `runs.db` of the data folder. The file is opened at its first use. */
export function createSqliteRunStore(dataDirectory: string): RunStore & { close(): void } {
  const lazy = createLazyDatabase(join(dataDirectory, 'runs.db'), runMigrations);
  const locks = new Map<string, () => void>();
  const unlock = (id: string): void => {
    locks.get(id)?.();
    locks.delete(id);
  };
  /** A run that says it goes on, and whose program is dead, is broken off. */
  const asItIs = (database: DatabaseSync, { owner, summary }: OwnedRun): RunSummary => {
    if (summary.state !== 'running' || locks.has(summary.id)) return summary;
    if (isRunLocked(dataDirectory, owner)) return summary;
    endRun(database, summary.id, brokenOff(summary));
    // It may have ended by itself between the look at it and the look at its lock.
    return findRun(database, summary.id)?.summary ?? summary;
  };
  return {
    begin: (run) =>
      lazy.attempt(unwritable, (database) => {
        const owner = randomUUID();
        const release = lockRun(dataDirectory, owner);
        try {
          const id = insertRun(database, owner, run);
          locks.set(id, release);
          return id;
        } catch (error) {
          release();
          throw error;
        }
      }),
    addResult: (id, result, total) =>
      lazy.attempt(unwritable, (database) => {
        inTransaction(database, () => insertResult(database, id, result, total));
        return null;
      }),
    finish: (id, end) => {
      const ended = lazy.attempt(unwritable, (database) => {
        endRun(database, id, end);
        return null;
      });
      unlock(id);
      return ended;
    },
    get: (id) =>
      lazy.attempt(unreadable, (database) => {
        const run = findRun(database, id);
        return run === null ? null : asItIs(database, run);
      }),
    list: (page) =>
      lazy.attempt(unreadable, (database) => listRuns(database, page).map((run) => asItIs(database, run))),
    results: (page) => lazy.attempt(unreadable, (database) => listResults(database, page)),
    failedIterations: (id, page) =>
      lazy.attempt(unreadable, (database) => listFailedIterations(database, id, page)),
    remove: (id): Result<null, Problem> => {
      const removed = lazy.attempt(unwritable, (database) => {
        const run = findRun(database, id);
        if (run !== null && asItIs(database, run).state === 'running') return false;
        inTransaction(database, () => deleteRun(database, id));
        return true;
      });
      if (!removed.ok) return removed;
      return removed.value ? ok(null) : fail(stillRunning(id));
    },
    close: () => {
      for (const id of locks.keys()) unlock(id);
      lazy.close();
    },
  };
}

function brokenOff({ counts }: RunSummary): Pick<RunSummary, 'endedAt' | 'state' | 'reason' | 'counts'> {
  const skipped = Math.max(0, counts.planned - counts.passed - counts.failed);
  return { endedAt: null, state: 'broken-off', reason: null, counts: { ...counts, skipped } };
}

function stillRunning(id: string): Problem {
  return {
    code: 'bad-run',
    message: `Run ${id} is still going on.`,
    remedy: 'Cancel it, or wait until it has ended.',
  };
}
