import type { DatabaseSync } from 'node:sqlite';

import { countOf, greatestKey, quoted, storedTables, type StoredTable } from './database-tables.ts';
import type { Span, Unread } from './salvage-table.ts';

/** What became of one table of a damaged database. */
export type RecoveredTable = {
  readonly rows: number;
  /** How many of them came from the backup. */
  readonly restored: number;
  /** How many are lost at the most; `null` where nobody can tell. */
  readonly lost: number | null;
};

const unknownEnd = 2n ** 63n - 1n;

/**
 * Takes rows that could not be read from a backup, and only those: what the backup has besides was removed since.
 * `backup` is the path of a database with the same schema, or `null`. Throws what SQLite throws.
 */
export function restoreUnread(
  database: DatabaseSync,
  backup: string | null,
  unread: ReadonlyMap<string, Unread>,
): ReadonlyMap<string, RecoveredTable> {
  if (backup !== null) database.prepare('ATTACH DATABASE ? AS backup').run(backup);
  const top = backup === null ? null : greatestKey(database, 'backup');
  const tables = storedTables(database).map((table): [string, RecoveredTable] => {
    const spans = unread.get(table.name);
    const restored = backup === null || spans === undefined ? 0 : restore(database, table, spans);
    const lost = spans === undefined ? 0 : countLost(spans, top);
    return [table.name, { rows: countOf(database, table.name), restored, lost }];
  });
  if (backup !== null) database.exec('DETACH DATABASE backup');
  return new Map(tables);
}

function restore(database: DatabaseSync, { name, columns, key }: StoredTable, spans: Unread): number {
  const list = columns.map(quoted).join(', ');
  const copy = `INSERT OR IGNORE INTO main.${quoted(name)} (${list}) SELECT ${list} FROM backup.${quoted(name)}`;
  if (spans === null || key === null) return Number(database.prepare(copy).run().changes);
  const copySpan = database.prepare(`${copy} WHERE ${quoted(key)} BETWEEN ? AND ?`);
  return spans.reduce((sum, { from, to }) => sum + Number(copySpan.run(from, to).changes), 0);
}

/** What the backup has not within its reach was never there, or was removed before it. */
function countLost(spans: Unread, top: bigint | null): number | null {
  if (spans === null) return null;
  const beyond = spans.flatMap(({ from, to }): readonly Span[] => {
    const first = top !== null && top >= from ? top + 1n : from;
    return first > to ? [] : [{ from: first, to }];
  });
  if (beyond.some(({ to }) => to === unknownEnd)) return null;
  return beyond.reduce((sum, { from, to }) => sum + Number(to - from + 1n), 0);
}
