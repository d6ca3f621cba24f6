import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type { Exchange } from '../../shared/model/exchange.ts';
import { noAnnotation } from '../../shared/model/annotation.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { HistoryDescription } from '../../shared/model/retention.ts';
import type { Claim, HistoryStore } from '../../shared/ports/history-store.ts';
import { readAnnotation, writeAnnotation } from './history/annotation-table.ts';
import {
  insertExchange,
  readEntry,
  readSummaries,
  toRowId,
  updateExchange,
} from './history/exchange-table.ts';
import { findExchanges } from './history/find-exchanges.ts';
import { findTimeline, findTransactions } from './history/find-timeline.ts';
import { historyMigrations, rebuildHistory } from './history/history-migrations.ts';
import { indexExchange, reindexExchanges } from './history/search-index.ts';
import { readRetention, readSweptAt, writeRetention } from './history/setting-table.ts';
import { sweep, usedBytes } from './history/sweep.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from './lazy-database.ts';
import { listBackups } from './list-backups.ts';
import { inTransaction } from './open-database.ts';
import { prepared } from './prepared-statement.ts';
import type { RecoveryWords } from './recovery-problem.ts';
import {
  decideExchange,
  decideLookedUp,
  earlierRefunds,
  insertRefunds,
  lastAmounts,
  refundsOf,
  setStates,
  unresolved,
} from './refund-table.ts';

const historyWords: RecoveryWords = {
  name: 'The history',
  table: 'exchange',
  rows: 'exchanges',
  loss: {
    message: 'The guard against refunding twice may not know every earlier refund.',
    remedy: 'Before you refund, look at the provider whether it was refunded before.',
  },
};

/** Where the history of a data folder lies. */
export function historyPath(dataDirectory: string): string {
  return join(dataDirectory, 'history.db');
}

/**
 * History in `history.db` of the data folder. The file is opened at its first use; a damaged one is recovered as far as
 * it can be, and `tell` hears of it.
 */
export function createSqliteHistoryStore(
  dataDirectory: string,
  { tell }: Pick<LazyDatabaseOptions, 'tell'> = {},
): HistoryStore & { close(): void } {
  const path = historyPath(dataDirectory);
  const { attempt, attemptSend, close } = createLazyDatabase(path, historyMigrations, {
    tell,
    readNewer: true,
    recovery: historyWords,
    rebuild: rebuildHistory,
  });
  const read = <Value>(action: (database: DatabaseSync) => Value): Result<Value, Problem> =>
    attempt('The history cannot be read', action);
  const readJournal = <Value>(action: (database: DatabaseSync) => Value): Result<Value, Problem> =>
    attempt('The journal cannot be read', action);
  const write = <Value>(what: string, action: (database: DatabaseSync) => Value): Result<Value, Problem> =>
    attempt(what, (database) => inTransaction(database, () => action(database)));
  return {
    begin: (exchange, claim) => {
      const begun = attemptSend('The send cannot be recorded, so nothing was sent', (database) =>
        inTransaction(database, () => begin(database, exchange, claim)),
      );
      return begun.ok ? begun.value : fail([begun.error]);
    },
    settle: (exchange, states) =>
      write('The outcome could not be recorded in the history', (database) => {
        updateExchange(database, exchange);
        setStates(database, toRowId(exchange.id), states);
        indexExchange(database, { exchange, annotation: readAnnotation(database, toRowId(exchange.id)) });
        return null;
      }),
    refundsOf: (id) => readJournal((database) => refundsOf(database, toRowId(id))),
    earlier: (fingerprints) => readJournal((database) => earlierRefunds(database, fingerprints)),
    lastAmounts: (refund) => readJournal((database) => lastAmounts(database, refund)),
    unresolved: () => readJournal((database) => readSummaries(database, newestUnresolved(database))),
    decide: (id, decision) =>
      write('The decision cannot be recorded', (database) => {
        const decided = decideExchange(database, toRowId(id), decision);
        reindexExchanges(database, [toRowId(id)]);
        return decided;
      }),
    resolve: (at, lookUp, decision) =>
      write('The result of the status call cannot be recorded', (database) => {
        const decided = decideLookedUp(database, at, lookUp, decision);
        reindexExchanges(database, decided);
        return decided.length;
      }),
    search: (query, page) =>
      read((database) => readSummaries(database, findExchanges(database, query, page))),
    get: (id) => read((database) => readEntry(database, id)),
    annotate: (id, annotation) =>
      write('The note cannot be kept', (database) => {
        const written = writeAnnotation(database, toRowId(id), annotation);
        if (written) reindexExchanges(database, [toRowId(id)]);
        return written;
      }),
    count: () => read(countListed),
    describe: () => read((database) => describe(database, path)),
    setRetention: (retention) =>
      write('The retention cannot be kept', (database) => {
        writeRetention(database, retention);
        return null;
      }),
    sweep: (now) => write('Old entries cannot be removed', (database) => sweep(database, now)),
    sweptAt: () => read(readSweptAt),
    timeline: (at, transactions) => read((database) => findTimeline(database, at, transactions)),
    transactionsOf: (at, words) => readJournal((database) => findTransactions(database, at, words)),
    close,
  };
}

function begin(
  database: DatabaseSync,
  exchange: Omit<Exchange, 'id'>,
  claim: Claim | null,
): Result<string, readonly Problem[]> {
  const problems =
    claim === null
      ? []
      : claim.guard(
          earlierRefunds(
            database,
            claim.refunds.map(({ fingerprint }) => fingerprint),
          ),
        );
  if (problems.length > 0) return fail(problems);
  const id = insertExchange(database, exchange);
  if (claim !== null) insertRefunds(database, id, claim.refunds);
  indexExchange(database, { exchange: { ...exchange, id: String(id) }, annotation: noAnnotation });
  return ok(String(id));
}

function newestUnresolved(database: DatabaseSync): readonly number[] {
  return prepared(
    database,
    `SELECT DISTINCT exchange_id AS id FROM refund WHERE ${unresolved} ORDER BY exchange_id DESC LIMIT 100`,
  )
    .all()
    .map((row) => Number(row['id']));
}

function countListed(database: DatabaseSync): number {
  return Number(prepared(database, 'SELECT exchanges FROM tally').get()?.['exchanges'] ?? 0);
}

function describe(database: DatabaseSync, path: string): HistoryDescription {
  const oldest = prepared(
    database,
    `SELECT min(started_at) AS oldest FROM (
      SELECT started_at FROM (SELECT started_at FROM exchange INDEXED BY exchange_listed
        WHERE emptied = 0 ORDER BY id LIMIT 1)
      UNION ALL
      SELECT started_at FROM exchange INDEXED BY exchange_set_back
        WHERE started_at < latest_at AND emptied = 0)`,
  ).get()?.['oldest'];
  return {
    path,
    exchanges: countListed(database),
    oldest: typeof oldest === 'string' ? oldest : null,
    bytes: usedBytes(database),
    retention: readRetention(database),
    backups: listBackups(path),
  };
}
