import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { project } from './run-cli.ts';

export type FoundNode = { readonly path: string; readonly version: string };

/** A Node older than the oldest that will do, outside this project: the machine's own. */
export function findOldNode(): FoundNode | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'node');
    if (!existsSync(path) || realpathSync(path).startsWith(project)) continue;
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
    if (Number.parseInt(version, 10) < 24) return { path, version };
  }
  return null;
}
