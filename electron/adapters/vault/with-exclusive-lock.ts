import { DatabaseSync } from 'node:sqlite';

/** Milliseconds to wait for another program that is writing. */
const patience = 5000;

/**
 * Runs an action while no other program does the same. The lock is the operating system's, through an empty database:
 * when a program dies its lock dies with it. Throws what SQLite throws, `database is locked` after five seconds.
 */
export function withExclusiveLock<Value>(path: string, action: () => Value): Value {
  const database = new DatabaseSync(path, { timeout: patience });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return action();
  } finally {
    database.close();
  }
}
