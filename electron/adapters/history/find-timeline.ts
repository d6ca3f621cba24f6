import type { DatabaseSync } from 'node:sqlite';

import { toFacet } from '../../../shared/engine/searchable-text.ts';
import type { TimelineEvent } from '../../../shared/model/timeline.ts';
import type { Target } from '../../../shared/ports/history-store.ts';
import { refundsOf } from '../refund-table.ts';
import { readSummaries } from './exchange-table.ts';
import { matchFacets, matchRequest } from './match-expression.ts';
import { partsOf, searchTable } from './search-index.ts';

/** The longest timeline; older events are left out. */
const longest = 500;

/** So many transactions of a batch are looked for by name; its refunds count all the same. */
const mostNamed = 200;

/** What was sent to a target about some transactions, oldest first. */
export function findTimeline(
  database: DatabaseSync,
  at: Target,
  transactions: readonly string[],
): readonly TimelineEvent[] {
  const ids = new Set([...refunding(database, at, transactions), ...naming(database, at, transactions)]);
  const newest = [...ids].toSorted((left, right) => right - left).slice(0, longest);
  const about = new Set(transactions);
  return readSummaries(database, newest)
    .map((exchange) => ({
      exchange,
      refunds: refundsOf(database, Number(exchange.id)).filter(({ transaction }) => about.has(transaction)),
    }))
    .toReversed();
}

/** Of some words, the transactions that were refunded at a target; a refund id stands for its transaction. */
export function findTransactions(
  database: DatabaseSync,
  { api, target }: Target,
  words: readonly string[],
): readonly string[] {
  return database
    .prepare(
      `SELECT transaction_id FROM refund INDEXED BY refund_by_transaction WHERE api = ?1 AND target = ?2
          AND transaction_id IN (SELECT value FROM json_each(?3))
        UNION SELECT transaction_id FROM refund INDEXED BY refund_by_refund_id WHERE api = ?1 AND target = ?2
          AND refund_id IN (SELECT value FROM json_each(?3))`,
    )
    .all(api, target, JSON.stringify(words))
    .map((row) => String(row['transaction_id']));
}

/** Without the name of its index SQLite walks all refunds of the target, to have them in order. */
function refunding(
  database: DatabaseSync,
  { api, target }: Target,
  transactions: readonly string[],
): readonly number[] {
  return database
    .prepare(
      `SELECT DISTINCT exchange_id AS id FROM refund INDEXED BY refund_by_transaction CROSS JOIN exchange ON id = exchange_id
        WHERE refund.api = ? AND target = ? AND transaction_id IN (SELECT value FROM json_each(?)) AND emptied = 0
        ORDER BY id DESC LIMIT ${longest}`,
    )
    .all(api, target, JSON.stringify(transactions))
    .map((row) => Number(row['id']));
}

function naming(
  database: DatabaseSync,
  { api, target }: Target,
  transactions: readonly string[],
): readonly number[] {
  const named = matchRequest(transactions.slice(0, mostNamed));
  if (named === null) return [];
  const place = [toFacet('api', api), toFacet('target', target)].map((facet) => matchFacets([facet]));
  const match = [...place, named].join(' AND ');
  const found: number[] = [];
  for (const part of partsOf(database, { from: 0, to: Number.MAX_SAFE_INTEGER })) {
    if (found.length >= longest) break;
    const table = searchTable(part);
    const rows = database
      .prepare(`SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ${longest}`)
      .all(match);
    found.push(...rows.map((row) => Number(row['id'])));
  }
  return found;
}
