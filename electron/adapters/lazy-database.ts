import type { DatabaseSync } from 'node:sqlite';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { type Migration, openDatabase } from './open-database.ts';
import { storageProblem } from './storage-problem.ts';

/** A SQLite file that is opened at its first use, and again at the next one after it was closed. */
export type LazyDatabase = {
  /** Throws what SQLite throws. */
  readonly get: () => DatabaseSync;
  /** Turns what SQLite throws into a problem that begins with `what`. */
  readonly attempt: <Value>(
    what: string,
    action: (database: DatabaseSync) => Value,
  ) => Result<Value, Problem>;
  readonly close: () => void;
};

export function createLazyDatabase(path: string, migrations: readonly Migration[]): LazyDatabase {
  let opened: DatabaseSync | null = null;
  const get = (): DatabaseSync => (opened ??= openDatabase(path, migrations));
  return {
    get,
    attempt: (what, action) => {
      try {
        return ok(action(get()));
      } catch (error) {
        return fail(storageProblem(what, path, error));
      }
    },
    close: () => {
      opened?.close();
      opened = null;
    },
  };
}
