import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { makeDirectory } from './make-directory.ts';

/**
 * Writes a whole file so that readers see either the old text or the new one. The previous text is kept beside it as
 * `.<name>.previous`.
 */
export function writeFileAtomic(path: string, text: string, mode = 0o600): void {
  makeDirectory(dirname(path));
  writeThenMove(path, text, { mode, beforeMove: () => keepPrevious(path) });
}

/**
 * Writes a temporary file in the same folder, flushed, and renames it to the path. `beforeMove` runs once the text is
 * safe; where it throws, the path is left as it is.
 */
export function writeThenMove(
  path: string,
  text: string,
  { mode, beforeMove }: { readonly mode: number; readonly beforeMove: () => void },
): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    beforeMove();
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where the text before the last write is kept. */
export function previousPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.previous`);
}

function keepPrevious(path: string): void {
  try {
    copyFileSync(path, previousPath(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
