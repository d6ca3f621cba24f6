import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { makeDirectory } from './make-directory.ts';

/**
 * Writes a whole file so that readers see either the old text or the new one: a temporary file in the same folder,
 * flushed, then renamed over it. The previous text is kept beside it as `.<name>.previous`.
 */
export function writeFileAtomic(path: string, text: string, mode = 0o600): void {
  const folder = dirname(path);
  makeDirectory(folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    keepPrevious(path);
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
