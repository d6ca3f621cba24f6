import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { type Migration, type OpenDatabase, openDatabase } from './open-database.ts';
import { recoverDatabase } from './recover-database.ts';
import { mayHaveLost, recoveryProblem, type RecoveryWords } from './recovery-problem.ts';
import { sqliteFault } from './sqlite-fault.ts';
import { StorageError } from './storage-error.ts';
import { storageProblem, storageReason } from './storage-problem.ts';
import { withDatabaseAlone } from './use-lock.ts';

export type LazyDatabaseOptions = {
  /** Hears of a recovery, which nobody asked for. */
  readonly tell?: ((problem: Problem) => void) | undefined;
  /** Whether one that a newer workbench wrote may be read; else it is refused. */
  readonly readNewer?: boolean;
  /** How a damaged file is spoken of that is recovered; without it a damaged file stays as it is and is refused. */
  readonly recovery?: RecoveryWords;
  /** Fills anew, after a recovery, what is made from other tables, as an index for full text. Runs in a transaction. */
  readonly rebuild?: (database: DatabaseSync) => void;
};

/** A SQLite file that is opened at its first use, and again at the next one after it was closed. */
export type LazyDatabase = {
  /** Runs an action, and once more where the file was damaged and has been recovered. Throws what SQLite throws. */
  readonly use: <Value>(action: (database: DatabaseSync) => Value) => Value;
  /** Turns what SQLite throws into a problem that begins with `what`. */
  readonly attempt: <Value>(
    what: string,
    action: (database: DatabaseSync) => Value,
  ) => Result<Value, Problem>;
  /** The same for what a send relies on: where rows were lost it fails once, so that nothing leaves untold. */
  readonly attemptSend: <Value>(
    what: string,
    action: (database: DatabaseSync) => Value,
  ) => Result<Value, Problem>;
  readonly close: () => void;
};

export function createLazyDatabase(
  path: string,
  migrations: readonly Migration[],
  options: LazyDatabaseOptions = {},
): LazyDatabase {
  const { tell = () => undefined, readNewer = false, recovery, rebuild = () => undefined } = options;
  let opened: OpenDatabase | null = null;
  /** Which file stood at the path before it was opened: a damaged one may have been replaced since. */
  let identity: bigint | null = null;
  let hasRecovered = false;
  let hasUntoldLoss = false;

  const get = (): OpenDatabase => {
    if (opened !== null) return opened;
    identity = identityOf(path);
    const database = openDatabase(path, migrations);
    if (database.newer !== null && !readNewer) {
      database.close();
      throw newerError(database.newer);
    }
    return (opened = database);
  };
  const close = (): void => {
    opened?.close();
    opened = null;
  };
  const run = <Value>(action: (database: DatabaseSync) => Value): Value => {
    const { database, newer } = get();
    try {
      return action(database);
    } catch (error) {
      throw newer === null ? error : explained(error, newer);
    }
  };
  const recover = (words: RecoveryWords): void => {
    close();
    const recovered = withDatabaseAlone(path, () =>
      identityOf(path) === identity ? recoverDatabase(path, migrations, rebuild) : null,
    );
    hasRecovered = true;
    if (recovered === null) return;
    hasUntoldLoss = words.loss !== null && mayHaveLost(recovered);
    tell(recoveryProblem(path, words, recovered));
  };
  const use = <Value>(action: (database: DatabaseSync) => Value, beforeAgain?: () => void): Value => {
    try {
      return run(action);
    } catch (error) {
      // Once for each start: a disk that damages what was just mended is not to be written to for ever.
      if (recovery === undefined || hasRecovered || sqliteFault(error) !== 'damaged') throw error;
      try {
        recover(recovery);
      } catch (cause) {
        throw notMended(cause);
      }
    }
    beforeAgain?.();
    return run(action);
  };
  const attempt = <Value>(what: string, action: () => Value): Result<Value, Problem> => {
    try {
      return ok(action());
    } catch (error) {
      return fail(storageProblem(what, path, error));
    }
  };
  const stopAfterLoss = (): void => {
    if (!hasUntoldLoss) return;
    hasUntoldLoss = false;
    throw lost;
  };
  return {
    use,
    attempt: (what, action) => attempt(what, () => use(action)),
    attemptSend: (what, action) =>
      attempt(what, () => {
        stopAfterLoss();
        return use(action, stopAfterLoss);
      }),
    close,
  };
}

/** Its tables may differ from what this workbench knows, so that whatever fails, fails for that. */
function explained(error: unknown, newer: string): unknown {
  const fault = sqliteFault(error);
  if (fault === 'busy') return error;
  return newerError(
    fault === 'read-only' ? `${newer}, so it is only read here` : `${newer}, and this one cannot read that`,
  );
}

function newerError(reason: string): StorageError {
  return new StorageError(
    reason,
    'Use the newer workbench, or name another folder with REFUND_WORKBENCH_DATA.',
  );
}

function notMended(cause: unknown): StorageError {
  const [reason, remedy] = storageReason(cause);
  return new StorageError(
    `the file is damaged and was left as it is, because it could not be mended: ${reason}`,
    remedy,
  );
}

const lost = new StorageError(
  'the file was damaged, and not every earlier refund may be known any more',
  'Look at the provider whether it was refunded before, then send again.',
);

/** `null` where there is no file. */
function identityOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
