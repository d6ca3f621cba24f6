import { closeSync, openSync } from 'node:fs';

import { writeThenMove } from './atomic-file.ts';

const mode = 0o600;

/**
 * Writes a file that a user asked for, whole or not at all. Throws `EEXIST` where there is a file already, unless it may
 * be replaced; nothing can come between the look and the move.
 */
export function writeNewFile(path: string, text: string, { replace }: { readonly replace: boolean }): void {
  const beforeMove = (): void => {
    // Takes the name only where nobody has it; not every file system has links, which would do it in one step.
    if (!replace) closeSync(openSync(path, 'wx', mode));
  };
  writeThenMove(path, text, { mode, beforeMove });
}
