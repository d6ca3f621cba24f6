import type { DatabaseSync } from 'node:sqlite';

import { searchableText } from '../../../shared/engine/searchable-text.ts';
import type { HistoryEntry } from '../../../shared/model/exchange.ts';
import { prepared } from '../prepared-statement.ts';
import { refundsOf } from '../refund-table.ts';
import { readEntry } from './exchange-table.ts';

/**
 * One full-text index for words, ids and filters alike: SQLite then walks their lists of exchanges side by side, newest
 * first, and stops when the page is full. It holds no text of its own. Words come folded, so the plainest tokenizer will
 * do; `search_term` lists the words that are in it.
 */
export const searchIndex = `CREATE VIRTUAL TABLE search USING fts5 (facets, ids, request, words,
    content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
  CREATE VIRTUAL TABLE search_term USING fts5vocab (search, instance)`;

/** Up to here a prefix has a list of its own in the index. */
export const longestIndexedPrefix = 3;

/** Puts an exchange into the index as it is now, in place of what stood there of it. */
export function indexExchange(database: DatabaseSync, entry: HistoryEntry): void {
  const id = Number(entry.exchange.id);
  const { facets, ids, request, words } = searchableText(entry, refundsOf(database, id));
  prepared(
    database,
    'INSERT OR REPLACE INTO search (rowid, facets, ids, request, words) VALUES (?, ?, ?, ?, ?)',
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
  prepared(database, 'DELETE FROM search WHERE rowid = ?').run(id);
}

/** A facet as one word of the index, whatever signs it has. */
export function facetToken(facet: string): string {
  return `f${Buffer.from(facet, 'utf8').toString('hex')}`;
}

/** Every part of an id is the beginning of one of its ends. */
function suffixes(id: string): readonly string[] {
  const signs = [...id];
  return signs.map((_sign, index) => signs.slice(index).join(''));
}
