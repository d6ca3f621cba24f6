import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

import { searchableText } from '../../../shared/engine/searchable-text.ts';
import type { HistoryEntry } from '../../../shared/model/exchange.ts';
import { prepared } from '../prepared-statement.ts';
import { refundsOf } from '../refund-table.ts';
import { readEntry } from './exchange-table.ts';

/**
 * Which parts of the index there are. Each part is a full-text index of its own for so many exchanges in a row, made
 * with the first of them: a search looks at the newest part first and seldom needs another, so that what SQLite has to
 * collect before it gives the first result does not grow with the history.
 */
export const searchParts = 'CREATE TABLE search_part (number INTEGER PRIMARY KEY) STRICT';

/** Exchanges of one part. */
const partSize = 50_000;

/** A part of the index, and the exchanges in it: ids, both ends included. */
export type SearchPart = { readonly number: number; readonly from: number; readonly to: number };

/** Up to here a prefix has a list of its own in the index. */
export const longestIndexedPrefix = 3;

/** The parts that hold exchanges of a span of ids, newest first. */
export function partsOf(
  database: DatabaseSync,
  { from, to }: Pick<SearchPart, 'from' | 'to'>,
): readonly SearchPart[] {
  return prepared(
    database,
    'SELECT number FROM search_part WHERE number BETWEEN ? AND ? ORDER BY number DESC',
  )
    .all(numberOf(from), numberOf(to))
    .map((row) => toPart(Number(row['number'])));
}

/** Name of the index of a part. */
export function searchTable({ number }: SearchPart): string {
  return `search_${number}`;
}

/** Name of the list of all words in a part. */
export function termTable({ number }: SearchPart): string {
  return `search_terms_${number}`;
}

/** Puts an exchange into the index as it is now, in place of what stood there of it. */
export function indexExchange(database: DatabaseSync, entry: HistoryEntry): void {
  const id = Number(entry.exchange.id);
  const { facets, ids, request, words } = searchableText(entry, refundsOf(database, id));
  prepared(
    database,
    `INSERT OR REPLACE INTO ${searchTable(makePart(database, id))} (rowid, facets, ids, request, words)
      VALUES (?, ?, ?, ?, ?)`,
  ).run(
    id,
    facets.map(facetToken).join(' '),
    ids.flatMap(suffixes).join(' '),
    request.join(' '),
    words.join(' '),
  );
}

/** The same for stored exchanges of which something else has changed: their notes, or what is known of their refunds. */
export function reindexExchanges(database: DatabaseSync, ids: Iterable<number>): void {
  for (const id of new Set(ids)) {
    const entry = readEntry(database, String(id));
    if (entry !== null) indexExchange(database, entry);
  }
}

export function removeFromIndex(database: DatabaseSync, id: number): void {
  for (const part of partsOf(database, { from: id, to: id })) {
    prepared(database, `DELETE FROM ${searchTable(part)} WHERE rowid = ?`).run(id);
  }
}

/** Gives space back that removed exchanges took: it comes free only when the pieces of an index are joined. */
export function joinPieces(database: DatabaseSync, part: SearchPart): void {
  const table = searchTable(part);
  database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', 200)`);
}

/** A facet as one word of the index, whatever signs it has and however long it is. */
export function facetToken(facet: string): string {
  return `f${createHash('sha256').update(facet).digest('hex').slice(0, 20)}`;
}

function numberOf(id: number): number {
  return Math.floor(id / partSize);
}

function toPart(number: number): SearchPart {
  return { number, from: number * partSize, to: (number + 1) * partSize - 1 };
}

/**
 * One full-text index for words, ids and filters alike: SQLite then walks their lists of exchanges side by side, newest
 * first, and stops when the page is full. It holds no text of its own. Words come folded, so the plainest tokenizer will
 * do. The tables may be there already, without anything in them, where a damaged file was recovered.
 */
function makePart(database: DatabaseSync, id: number): SearchPart {
  const part = toPart(numberOf(id));
  const { changes } = prepared(database, 'INSERT OR IGNORE INTO search_part (number) VALUES (?)').run(
    part.number,
  );
  if (Number(changes) === 0) return part;
  database.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${searchTable(part)} USING fts5 (facets, ids, request, words,
      content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
    CREATE VIRTUAL TABLE IF NOT EXISTS ${termTable(part)} USING fts5vocab (${searchTable(part)}, instance)`,
  );
  return part;
}

/** Every part of an id is the beginning of one of its ends. */
function suffixes(id: string): readonly string[] {
  const signs = [...id];
  return signs.map((_sign, index) => signs.slice(index).join(''));
}
