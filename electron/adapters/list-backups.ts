import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Backup } from '../../shared/model/retention.ts';

/** How many are kept of each database. */
const kept = 3;

/** Where the backups of a database lie: `backups` beside it. */
export function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** `<name>-<UTC time>.db`; Windows allows no colon in a name. */
export function backupPath(path: string, now: number): string {
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  return join(backupFolder(path), `${stemOf(path)}-${time}.db`);
}

/** Complete copies of the database at this path, newest first. Throws what the file system says. */
export function listBackups(path: string): readonly Backup[] {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => toBackup(folder, stemOf(path), name))
    .toSorted((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
}

/** Removes all but the newest three. */
export function removeOldBackups(path: string): void {
  for (const old of listBackups(path).slice(kept)) rmSync(old.path, { force: true });
}

const stamped = /^(.+)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/;

function toBackup(folder: string, stem: string, name: string): readonly Backup[] {
  const [, ofStem, day, hours, minutes, seconds, milliseconds] = stamped.exec(name) ?? [];
  if (ofStem !== stem) return [];
  const path = join(folder, name);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  return [{ path, madeAt: `${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`, bytes: stats.size }];
}

function stemOf(path: string): string {
  return basename(path, '.db');
}
