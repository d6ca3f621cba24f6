import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { runProgram } from './run-program.ts';

/** What a build is made of. */
const sources = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json', 'vite.config.ts'];

/** A lock older than this belongs to a build that was killed, in milliseconds. */
const deadLock = 5 * 60 * 1000;

/** Builds everything when a source is newer than the last build. Two commands at once build once. Gives an exit code. */
export async function buildWhenStale(project: string): Promise<number> {
  const stamp = join(project, 'dist', 'built');
  if (isFresh(project, stamp)) return 0;
  mkdirSync(join(project, 'dist'), { recursive: true });
  const lock = join(project, 'dist', 'building');
  await takeLock(lock);
  try {
    if (isFresh(project, stamp)) return 0;
    const started = new Date();
    process.stderr.write('Building Refund Workbench …\n');
    const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
    const code = await runProgram(process.execPath, [
      vite,
      'build',
      '--logLevel',
      'error',
      '--config',
      join(project, 'vite.config.ts'),
    ]);
    if (code === 0) setStamp(stamp, started);
    else process.stderr.write('The build failed; see above. Run npm ci if a package is missing.\n');
    return code;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** The time of the start counts: what changed while it was built may not be in it. */
function setStamp(stamp: string, started: Date): void {
  writeFileSync(stamp, started.toISOString());
  utimesSync(stamp, started, started);
}

function isFresh(project: string, stamp: string): boolean {
  const built = modified(stamp);
  return built !== null && sources.every((source) => newest(join(project, source)) <= built);
}

/** Making a folder succeeds for one process only. */
async function takeLock(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch {
      const since = modified(lock);
      if (since !== null && Date.now() - since > deadLock) rmSync(lock, { recursive: true, force: true });
      await wait(100);
    }
  }
}

function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
