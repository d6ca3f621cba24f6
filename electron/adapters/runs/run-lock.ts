import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { makeDirectory } from '../make-directory.ts';
import { takeLock } from '../take-lock.ts';

/**
 * Says for as long as a run goes on that its program lives; the lock dies with the program. Gives what lets go of it.
 * Throws what SQLite throws, and where the run has a program already.
 */
export function lockRun(dataDirectory: string, owner: string): () => void {
  const path = lockPath(dataDirectory, owner);
  makeDirectory(dirname(path), 0o700);
  const release = takeLock(path);
  if (release === null) throw new Error(`The run ${owner} is locked already`);
  return () => {
    release();
    rmSync(path, { force: true });
  };
}

/** Whether a program that lives has the lock; what a dead one left is removed. */
export function isRunLocked(dataDirectory: string, owner: string): boolean {
  const path = lockPath(dataDirectory, owner);
  if (!existsSync(path)) return false;
  const release = takeLock(path);
  if (release === null) return true;
  release();
  rmSync(path, { force: true });
  return false;
}

function lockPath(dataDirectory: string, owner: string): string {
  return join(dataDirectory, 'running', `${owner}.lock`);
}
