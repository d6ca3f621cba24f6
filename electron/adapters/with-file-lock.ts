import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { makeDirectory } from './make-directory.ts';

/** Milliseconds: until a lock is given up on, between two looks at it, and after which its owner cannot live. */
const patience = { wait: 3000, pause: 15, stale: 60_000 };

/** Thrown where another program keeps the lock; `storageProblem` has the words. */
export class FileLockedError extends Error {
  readonly code = 'ELOCKED';
}

/**
 * Runs a short action while no other process runs one for the same file, so that reading, comparing and writing are
 * one step. The lock is `.<name>.lock` beside the file and holds its owner's process id; that of a dead process, or
 * of one that was silent for a minute, is taken over.
 */
export function withFileLock<Value>(path: string, action: () => Value): Value {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  makeDirectory(dirname(path));
  takeLock(lock);
  try {
    return action();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): void {
  const end = performance.now() + patience.wait;
  while (!tryLock(lock)) {
    clearStale(lock);
    if (performance.now() > end) throw new FileLockedError('another program is saving it');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, patience.pause);
  }
}

function tryLock(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeFileSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Only one process can rename a file; whoever moved a lock that is alive by mistake puts it back. */
function clearStale(lock: string): void {
  const judged = statSync(lock, { throwIfNoEntry: false });
  if (judged === undefined || !isStale(lock, judged.mtimeMs)) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    if (statSync(aside).ino === judged.ino) rmSync(aside);
    else renameSync(aside, lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function isStale(lock: string, changed: number): boolean {
  if (Date.now() - changed > patience.stale) return true;
  const owner = readOwner(lock);
  // Between its making and its filling a lock is empty for a moment.
  return owner !== null && !isAlive(owner);
}

function readOwner(lock: string): number | null {
  try {
    const text = readFileSync(lock, 'utf8');
    return /^\d+$/.test(text) ? Number(text) : null;
  } catch {
    return null;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, and so lives.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
