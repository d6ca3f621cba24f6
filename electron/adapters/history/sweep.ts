import type { DatabaseSync } from 'node:sqlite';

import { prepared } from '../prepared-statement.ts';
import { unresolved } from '../refund-table.ts';
import { useBodies } from './body-table.ts';
import { newestBefore } from './find-exchanges.ts';
import { joinPieces, partsOf, removeFromIndex } from './search-index.ts';
import { readRetention, writeSweptAt } from './setting-table.ts';

/** How many exchanges go at once: a moment's work, so that a send need not wait. */
const batch = 100;

const day = 86_400_000;

/** One step of what the retention asks for, oldest first; `again` says that there may be more. */
export function sweep(
  database: DatabaseSync,
  now: string,
): { readonly removed: number; readonly again: boolean } {
  const { days, megabytes } = readRetention(database);
  if (days === null && megabytes === null) return { removed: 0, again: false };
  const tooOld = days === null ? [] : oldest(database, new Date(Date.parse(now) - days * day).toISOString());
  const isTooBig = megabytes !== null && usedBytes(database) > megabytes * 1_000_000;
  const leaving = tooOld.length > 0 || !isTooBig ? tooOld : oldest(database, null);
  for (const id of leaving) remove(database, id);
  const [first, last] = [leaving[0], leaving.at(-1)];
  if (isTooBig && first !== undefined && last !== undefined) {
    for (const part of partsOf(database, { from: first, to: last })) joinPieces(database, part);
  }
  if (leaving.length === 0) writeSweptAt(database, now);
  return { removed: leaving.length, again: leaving.length > 0 };
}

/** Bytes of the file that hold something; the others are used again before it grows. */
export function usedBytes(database: DatabaseSync): number {
  const row = prepared(
    database,
    `SELECT (page_count - freelist_count) * page_size AS bytes
      FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()`,
  ).get();
  return Number(row?.['bytes']);
}

/** What may go of all that began before a time, `null` for all: nothing pinned, nothing with an unresolved refund. */
function oldest(database: DatabaseSync, before: string | null): readonly number[] {
  const time = before === null ? '' : 'AND started_at < ?';
  return database
    .prepare(
      `SELECT id FROM exchange INDEXED BY exchange_listed WHERE emptied = 0 AND id <= ? ${time}
        AND NOT EXISTS (SELECT 1 FROM annotation WHERE exchange_id = id AND pinned = 1)
        AND NOT EXISTS (SELECT 1 FROM refund WHERE exchange_id = id AND ${unresolved})
        ORDER BY id LIMIT ?`,
    )
    .all(newestBefore(database, before), ...(before === null ? [] : [before]), batch)
    .map((row) => Number(row['id']));
}

/** The guard against double refunds must never forget, so refunds keep their row and the line they stand in. */
function remove(database: DatabaseSync, id: number): void {
  removeFromIndex(database, id);
  useBodies(database, id, new Set());
  prepared(database, 'DELETE FROM annotation WHERE exchange_id = ?').run(id);
  prepared(
    database,
    `UPDATE exchange SET exchange = '', content = NULL, url = '', emptied = 1
      WHERE id = ?1 AND EXISTS (SELECT 1 FROM refund WHERE exchange_id = ?1)`,
  ).run(id);
  prepared(database, 'DELETE FROM exchange WHERE id = ? AND emptied = 0').run(id);
}
