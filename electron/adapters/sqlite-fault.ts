/** What SQLite itself says, told apart as far as somebody can do something about it. */
export type SqliteFault =
  'damaged' | 'busy' | 'full' | 'read-only' | 'cannot-open' | 'moved' | 'failing-disk';

/** By the extended result code: https://sqlite.org/rescode.html */
const extended: Readonly<Record<number, SqliteFault>> = {
  // SQLITE_READONLY_DBMOVED: the file was renamed while it was open.
  1032: 'moved',
  // SQLITE_IOERR_SHMSIZE: no space for the index of the write-ahead log.
  4874: 'full',
};

const primary: Readonly<Record<number, SqliteFault>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'failing-disk',
  11: 'damaged',
  13: 'full',
  14: 'cannot-open',
  26: 'damaged',
};

/** `null` for what SQLite did not throw, and for what is a bug. */
export function sqliteFault(error: unknown): SqliteFault | null {
  const { errcode } = error as { errcode?: unknown };
  if (typeof errcode !== 'number') return null;
  return extended[errcode] ?? primary[errcode & 0xff] ?? null;
}
