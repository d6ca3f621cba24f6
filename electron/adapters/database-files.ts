import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';

/** What SQLite keeps beside a database: write-ahead log, its index, and the journal of other modes. */
export const companions = ['-wal', '-shm', '-journal'] as const;

/** Removes a database that is only half made; one that is not there is fine. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', ...companions]) rmSync(`${path}${suffix}`, { force: true });
}

/** Waits until a file, or the names in a folder, are on the disk. Nobody may have the file open as a database. */
export function flush(path: string, kind: 'file' | 'folder'): void {
  // Windows has no such thing for a folder, and wants the right to write for a file.
  if (kind === 'folder' && process.platform === 'win32') return;
  const file = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
