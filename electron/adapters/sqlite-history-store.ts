import { join } from 'node:path';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import { type Annotation, noAnnotation } from '../../shared/model/annotation.ts';
import type { EnvironmentClass } from '../../shared/model/environment.ts';
import type { Exchange, ExchangeSummary } from '../../shared/model/exchange.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Verdict } from '../../shared/model/verdict.ts';
import type { Claim, HistoryStore } from '../../shared/ports/history-store.ts';
import {
  decideExchange,
  decideLookedUp,
  earlierRefunds,
  insertRefunds,
  lastAmounts,
  refundsOf,
  refundTable,
  setStates,
  unresolved,
} from './refund-table.ts';
import { createLazyDatabase, type LazyDatabaseOptions } from './lazy-database.ts';
import { inTransaction } from './open-database.ts';
import type { RecoveryWords } from './recovery-problem.ts';

/** Columns are what lists need; the whole exchange is JSON text, in which ids and amounts are strings. */
const migrations = [
  `CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    api TEXT NOT NULL,
    template TEXT,
    environment_name TEXT NOT NULL,
    environment_class TEXT NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    status INTEGER,
    verdict TEXT NOT NULL,
    headline TEXT NOT NULL,
    duration REAL,
    exchange TEXT NOT NULL
  ) STRICT`,
  refundTable,
  `CREATE TABLE annotation (
    exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id),
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    ticket TEXT NOT NULL,
    pinned INTEGER NOT NULL
  ) STRICT`,
];

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

/** What a record says that was begun and never settled: the truth, whatever ended the program. */
const unsettled = 'Outcome unknown: the answer was never recorded';

/**
 * History in `history.db` of the data folder. The file is opened at its first use; a damaged one is recovered as far as
 * it can be, and `tell` hears of it.
 */
export function createSqliteHistoryStore(
  dataDirectory: string,
  { tell }: Pick<LazyDatabaseOptions, 'tell'> = {},
): HistoryStore & { close(): void } {
  const { attempt, attemptSend, close } = createLazyDatabase(historyPath(dataDirectory), migrations, {
    tell,
    readNewer: true,
    recovery: historyWords,
  });
  return {
    begin: (exchange, claim) => {
      const begun = attemptSend('The send cannot be recorded, so nothing was sent', (database) =>
        inTransaction(database, () => begin(database, exchange, claim)),
      );
      return begun.ok ? begun.value : fail([begun.error]);
    },
    settle: (exchange, states) =>
      attempt('The outcome could not be recorded in the history', (database) =>
        inTransaction(database, () => {
          update(database, exchange);
          setStates(database, toRowId(exchange.id), states);
          return null;
        }),
      ),
    refundsOf: (id) => attempt('The journal cannot be read', (database) => refundsOf(database, toRowId(id))),
    earlier: (fingerprints) =>
      attempt('The journal cannot be read', (database) => earlierRefunds(database, fingerprints)),
    lastAmounts: (refund) =>
      attempt('The journal cannot be read', (database) => lastAmounts(database, refund)),
    unresolved: () =>
      attempt('The journal cannot be read', (database) =>
        database
          .prepare(
            `SELECT ${summaryColumns} FROM ${summaries}
              WHERE id IN (SELECT exchange_id FROM refund WHERE ${unresolved}) ORDER BY id DESC LIMIT 100`,
          )
          .all()
          .map(toSummary),
      ),
    decide: (id, decision) =>
      attempt('The decision cannot be recorded', (database) =>
        decideExchange(database, toRowId(id), decision),
      ),
    resolve: (at, lookUp, decision) =>
      attempt('The result of the status call cannot be recorded', (database) =>
        decideLookedUp(database, at, lookUp, decision),
      ),
    list: ({ limit, before }) =>
      attempt('The history cannot be read', (database) =>
        database
          .prepare(`SELECT ${summaryColumns} FROM ${summaries} WHERE id < ? ORDER BY id DESC LIMIT ?`)
          .all(before === null ? Number.MAX_SAFE_INTEGER : Number(before), limit)
          .map(toSummary),
      ),
    get: (id) =>
      attempt('The history cannot be read', (database) => {
        const row = database
          .prepare(`SELECT exchange, annotation.* FROM ${summaries} WHERE id = ?`)
          .get(toRowId(id));
        return row === undefined
          ? null
          : { exchange: toExchange(id, row['exchange']), annotation: toAnnotation(row) };
      }),
    annotate: (id, { note, tags, ticket, pinned }) =>
      attempt('The note cannot be kept', (database) => {
        const { changes } = database
          .prepare(
            `INSERT OR REPLACE INTO annotation (exchange_id, note, tags, ticket, pinned)
              SELECT id, ?, ?, ?, ? FROM exchange WHERE id = ?`,
          )
          .run(note, JSON.stringify(tags), ticket, pinned ? 1 : 0, toRowId(id));
        return changes > 0;
      }),
    count: () =>
      attempt('The history cannot be read', (database) =>
        Number(database.prepare('SELECT count(*) AS count FROM exchange').get()?.['count'] ?? 0),
      ),
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
  const id = insert(database, exchange);
  if (claim !== null) insertRefunds(database, id, claim.refunds);
  return ok(String(id));
}

type Columns = Omit<ExchangeSummary, 'id' | 'refund' | 'annotation'>;

const summaryColumns = `id, started_at, exchange.api, template, environment_name, environment_class, method, url, status,
  verdict, headline, duration, annotation.*,
  (SELECT json_array(transaction_id, amount, (SELECT count(*) - 1 FROM refund WHERE exchange_id = id))
    FROM refund WHERE exchange_id = id AND position = 0) AS refund`;
const summaries = 'exchange LEFT JOIN annotation ON annotation.exchange_id = id';

function insert(database: DatabaseSync, exchange: Omit<Exchange, 'id'>): number {
  const columns = columnsOf(exchange);
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO exchange (started_at, api, template, environment_name, environment_class, method, url, status,
        verdict, headline, duration, exchange) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      columns.startedAt,
      columns.api,
      columns.template,
      columns.environmentName,
      columns.environmentClass,
      columns.method,
      columns.url,
      columns.status,
      columns.verdict,
      columns.headline,
      columns.duration,
      JSON.stringify(exchange),
    );
  return Number(lastInsertRowid);
}

function update(database: DatabaseSync, { id, ...exchange }: Exchange): void {
  const { method, url, status, verdict, headline, duration } = columnsOf(exchange);
  database
    .prepare(
      `UPDATE exchange SET method = ?, url = ?, status = ?, verdict = ?, headline = ?, duration = ?, exchange = ?
        WHERE id = ?`,
    )
    .run(method, url, status, verdict, headline, duration, JSON.stringify(exchange), toRowId(id));
}

function columnsOf(exchange: Omit<Exchange, 'id'>): Columns {
  const step = exchange.main ?? exchange.login.at(-1) ?? null;
  const outcome = step?.outcome ?? null;
  return {
    startedAt: exchange.startedAt,
    api: exchange.draft.api,
    template: exchange.draft.template,
    environmentName: exchange.environment.name,
    environmentClass: exchange.environment.environmentClass,
    method: step?.request.method ?? exchange.draft.method,
    url: step?.request.url ?? exchange.draft.url,
    status: outcome?.kind === 'response' ? outcome.status : null,
    verdict: exchange.explanation?.verdict ?? 'unknown',
    headline: exchange.explanation?.headline ?? unsettled,
    duration: outcome?.timings.total ?? null,
  };
}

function toSummary(row: Record<string, SQLOutputValue>): ExchangeSummary {
  return {
    id: String(row['id']),
    startedAt: String(row['started_at']),
    api: String(row['api']),
    template: row['template'] === null ? null : String(row['template']),
    environmentName: String(row['environment_name']),
    environmentClass: String(row['environment_class']) as EnvironmentClass,
    method: String(row['method']),
    url: String(row['url']),
    status: row['status'] === null ? null : Number(row['status']),
    verdict: String(row['verdict']) as Verdict,
    headline: String(row['headline']),
    duration: row['duration'] === null ? null : Number(row['duration']),
    refund: toFirstRefund(row['refund'] ?? null),
    annotation: toAnnotation(row),
  };
}

function toFirstRefund(text: SQLOutputValue): ExchangeSummary['refund'] {
  if (text === null) return null;
  const [transaction, amount, more] = JSON.parse(String(text)) as [string, string | null, number];
  return { transaction, amount, more };
}

function toAnnotation(row: Record<string, SQLOutputValue>): Annotation {
  if (row['note'] === null) return noAnnotation;
  return {
    note: String(row['note']),
    tags: JSON.parse(String(row['tags'])) as readonly string[],
    ticket: String(row['ticket']),
    pinned: row['pinned'] === 1,
  };
}

/** Exchanges of earlier workbenches say less: no generated values, no codes, not what made them. */
function toExchange(id: string, text: SQLOutputValue | undefined): Exchange {
  const stored = JSON.parse(String(text)) as Omit<Exchange, 'id' | 'generated' | 'madeWith'> &
    Partial<Exchange>;
  return {
    ...stored,
    id,
    generated: stored.generated ?? [],
    madeWith: stored.madeWith ?? { workbench: null, template: null },
    explanation:
      stored.explanation === null ? null : { ...stored.explanation, codes: stored.explanation.codes ?? [] },
  };
}

/** Anything that is no row number finds nothing. */
function toRowId(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : -1;
}
