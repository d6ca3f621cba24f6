import { DatabaseSync } from 'node:sqlite';

import { sqliteFault } from './sqlite-fault.ts';
import { StorageError } from './storage-error.ts';
import { withExclusiveLock } from './with-exclusive-lock.ts';

/** Milliseconds to wait for a program that has the database to itself. */
const patience = 5000;

/**
 * Says for as long as the database is open that it is in use, so that no program puts another file in its place. The
 * lock is the operating system's and ends with the program. Gives what lets go of it.
 */
export function shareDatabase(path: string): () => void {
  const lock = new DatabaseSync(lockOf(path), { timeout: patience });
  try {
    // A transaction that has read keeps its lock until it ends.
    lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    return () => lock.close();
  } catch (error) {
    lock.close();
    throw sqliteFault(error) === 'busy' ? beingMended : error;
  }
}

/** Runs an action while no other program has the database open. Throws a `StorageError` where one stays. */
export function withDatabaseAlone<Value>(path: string, action: () => Value): Value {
  let begun = false;
  try {
    return withExclusiveLock(lockOf(path), () => {
      begun = true;
      return action();
    });
  } catch (error) {
    throw !begun && sqliteFault(error) === 'busy' ? inUse() : error;
  }
}

/** Another program has the file open, so that it cannot be replaced. */
export function inUse(): StorageError {
  return new StorageError(
    'it has to be brought up to date or mended first, and another workbench has it open',
    'Close the other workbench, then start again; nothing was changed.',
  );
}

const beingMended = new StorageError(
  'another workbench is just bringing it up to date or mending it',
  'Wait a moment, then try again.',
);

function lockOf(path: string): string {
  return `${path}.lock`;
}
