import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { makeDirectory } from '../make-directory.ts';
import { sqliteFault } from '../sqlite-fault.ts';

/**
 * Says for as long as a run goes on that its program lives. The lock is the operating system's, through an empty
 * database, and dies with the program. Gives what lets go of it. Throws what SQLite throws.
 */
export function lockRun(dataDirectory: string, owner: string): () => void {
  const path = lockPath(dataDirectory, owner);
  makeDirectory(dirname(path), 0o700);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => {
    lock.close();
    rmSync(path, { force: true });
  };
}

/** Whether a program that lives has the lock; what a dead one left is removed. */
export function isRunLocked(dataDirectory: string, owner: string): boolean {
  const path = lockPath(dataDirectory, owner);
  if (!existsSync(path)) return false;
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (sqliteFault(error) === 'busy') return true;
    throw error;
  } finally {
    lock.close();
  }
  rmSync(path, { force: true });
  return false;
}

function lockPath(dataDirectory: string, owner: string): string {
  return join(dataDirectory, 'running', `${owner}.lock`);
}
