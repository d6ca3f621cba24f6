import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { makeDirectory } from './make-directory.ts';
import { storageProblem } from './storage-problem.ts';

/** Where history and everything else private lies: `REFUND_WORKBENCH_DATA`, or the place the system has for it. */
export function dataDirectory(environment: NodeJS.ProcessEnv): string {
  const chosen = environment['REFUND_WORKBENCH_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Refund Workbench');
    case 'win32':
      return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Refund Workbench');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'refund-workbench');
  }
}

/** Makes the folder, for this user only, and checks that it can be written. */
export function ensureDirectory(path: string): Result<string, Problem> {
  try {
    makeDirectory(path, 0o700);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(path);
  } catch (error) {
    return fail(storageProblem('The data folder cannot be used', path, error));
  }
}
