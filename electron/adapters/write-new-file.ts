import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that a user asked for, whole or not at all: a temporary file beside it, flushed, then moved into its
 * place. Throws `EEXIST` where there is a file already, unless it may be replaced; nothing can come between the look and
 * the move.
 */
export function writeNewFile(path: string, text: string, { replace }: { readonly replace: boolean }): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // Takes the name only where nobody has it; not every file system has links, which would do it in one step.
    if (!replace) closeSync(openSync(path, 'wx', 0o600));
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
