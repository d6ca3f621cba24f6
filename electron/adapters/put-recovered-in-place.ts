import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

import { companions, flush } from './database-files.ts';
import { setAside } from './set-aside.ts';

/**
 * Sets the damaged database aside and puts the recovered one, complete and closed, in its place. From its first step
 * on the next start can end what a crash interrupted. Gives the path of the damaged one.
 */
export function putRecoveredInPlace(recovering: string, path: string): string {
  flush(recovering, 'file');
  renameSync(recovering, recoveredPath(path));
  flush(dirname(path), 'folder');
  return finish(path);
}

/** Whether a program was killed while it put a recovered database in place. */
export function isRecoveryUnfinished(path: string): boolean {
  return existsSync(recoveredPath(path));
}

/** Ends what a killed program had begun, if one had. No other program may have the database open. */
export function finishRecovery(path: string): void {
  if (isRecoveryUnfinished(path)) finish(path);
}

function finish(path: string): string {
  const aside = setAside(path, companions);
  renameSync(recoveredPath(path), path);
  flush(dirname(path), 'folder');
  return aside;
}

/** Its name says that it is complete. */
function recoveredPath(path: string): string {
  return `${path}.recovered`;
}
