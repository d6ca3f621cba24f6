import type { DatabaseSync } from 'node:sqlite';

import { toFacet } from '../../../shared/engine/searchable-text.ts';
import type { TimelineEvent } from '../../../shared/model/timeline.ts';
import type { Target } from '../../../shared/ports/history-store.ts';
import { refundsOf } from '../refund-table.ts';
import { readSummaries } from './exchange-table.ts';
import { matchFacets, matchRequest } from './match-expression.ts';

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
  const codes = codesOf(database, newest);
  return readSummaries(database, newest)
    .map((exchange) => ({
      exchange,
      refunds: refundsOf(database, Number(exchange.id)).filter(({ transaction }) => about.has(transaction)),
      code: codes.get(exchange.id) ?? null,
    }))
    .toReversed();
}

/** The first code of each answer that has one, by exchange. */
function codesOf(database: DatabaseSync, ids: readonly number[]): ReadonlyMap<string, string> {
  return new Map(
    database
      .prepare(
        `SELECT id, json_extract(exchange, '$.explanation.codes[0]') AS code FROM exchange
          WHERE id IN (SELECT value FROM json_each(?)) AND code IS NOT NULL`,
      )
      .all(JSON.stringify(ids))
      .map(({ id, code }) => [String(id), String(code)]),
  );
}

/** Of some words, the transactions that were refunded at a target; a refund id stands for its transaction. */
export function findTransactions(
  database: DatabaseSync,
  { api, target }: Target,
  words: readonly string[],
): readonly string[] {
  return database
    .prepare(
      `SELECT transaction_id FROM refund WHERE api = ?1 AND target = ?2
          AND transaction_id IN (SELECT value FROM json_each(?3))
        UNION SELECT transaction_id FROM refund WHERE api = ?1 AND target = ?2
          AND refund_id IN (SELECT value FROM json_each(?3))`,
    )
    .all(api, target, JSON.stringify(words))
    .map((row) => String(row['transaction_id']));
}

function refunding(
  database: DatabaseSync,
  { api, target }: Target,
  transactions: readonly string[],
): readonly number[] {
  return database
    .prepare(
      `SELECT DISTINCT exchange_id AS id FROM refund CROSS JOIN exchange ON id = exchange_id
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
  return database
    .prepare(`SELECT rowid AS id FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ${longest}`)
    .all([...place, named].join(' AND '))
    .map((row) => Number(row['id']));
}
