import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import { mainStep } from '../../../shared/engine/searchable-text.ts';
import type { EnvironmentClass } from '../../../shared/model/environment.ts';
import type { Exchange, ExchangeSummary, HistoryEntry } from '../../../shared/model/exchange.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import { prepared } from '../prepared-statement.ts';
import { toAnnotation } from './annotation-table.ts';
import { packBodies, unpackBodies, useBodies } from './body-table.ts';
import { compressText, decompressText } from './compressed-text.ts';

/** Columns are what lists need; the whole exchange is JSON text, in which ids and amounts are strings. */
export const exchangeTable = `CREATE TABLE exchange (
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
  ) STRICT`;

/** Counts once what triggers keep counting. */
export const countExchanges = 'INSERT INTO tally SELECT count(*) FROM exchange WHERE emptied = 0';

/**
 * `latest_at` is the newest start so far, and so grows with the id although a clock may be set back; `emptied` marks what
 * the retention left of an exchange with refunds. `content` is the whole exchange, compressed; the text of earlier versions
 * stays only where it cannot be read. The number of listed ones is kept, because counting a million is slow.
 */
export const exchangeColumns = `ALTER TABLE exchange ADD COLUMN latest_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE exchange ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE exchange ADD COLUMN content BLOB;
  ALTER TABLE exchange ADD COLUMN code TEXT;
  UPDATE exchange SET latest_at = running.latest_at
    FROM (SELECT id, max(started_at) OVER (ORDER BY id) AS latest_at FROM exchange) AS running
    WHERE running.id = exchange.id;
  CREATE INDEX exchange_by_time ON exchange (latest_at);
  CREATE INDEX exchange_set_back ON exchange (id, started_at) WHERE started_at < latest_at;
  CREATE INDEX exchange_listed ON exchange (id, started_at) WHERE emptied = 0;
  CREATE TABLE tally (exchanges INTEGER NOT NULL) STRICT;
  ${countExchanges};
  CREATE TRIGGER exchange_counted AFTER INSERT ON exchange
    BEGIN UPDATE tally SET exchanges = exchanges + 1; END;
  CREATE TRIGGER exchange_removed AFTER DELETE ON exchange WHEN old.emptied = 0
    BEGIN UPDATE tally SET exchanges = exchanges - 1; END;
  CREATE TRIGGER exchange_emptied AFTER UPDATE OF emptied ON exchange WHEN new.emptied > old.emptied
    BEGIN UPDATE tally SET exchanges = exchanges - 1; END`;

/** What a record says that was begun and never settled: the truth, whatever ended the program. */
const unsettled = 'Outcome unknown: the answer was never recorded';

/** Gives the id, which is the next one unless it is given. */
export function insertExchange(
  database: DatabaseSync,
  exchange: Omit<Exchange, 'id'>,
  given: number | null = null,
): number {
  const columns = columnsOf(exchange);
  const { json, bodies } = packBodies(database, exchange);
  const { lastInsertRowid } = prepared(
    database,
    `INSERT INTO exchange (id, started_at, latest_at, api, template, environment_name, environment_class, method, url,
      status, verdict, code, headline, duration, exchange, content)
      VALUES (?1, ?2, max(?2, coalesce((SELECT latest_at FROM exchange WHERE ?1 IS NULL OR id < ?1
        ORDER BY id DESC LIMIT 1), '')), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)`,
  ).run(
    given,
    columns.startedAt,
    columns.api,
    columns.template,
    columns.environmentName,
    columns.environmentClass,
    columns.method,
    columns.url,
    columns.status,
    columns.verdict,
    columns.code,
    columns.headline,
    columns.duration,
    compressText(json, 'utf8'),
  );
  const id = Number(lastInsertRowid);
  useBodies(database, id, bodies);
  return id;
}

/** A row that a damaged file lost meanwhile is written anew: what came back must not be lost with it. */
export function updateExchange(database: DatabaseSync, { id, ...exchange }: Exchange): void {
  const { method, url, status, verdict, code, headline, duration } = columnsOf(exchange);
  const rowId = toRowId(id);
  const { json, bodies } = packBodies(database, exchange);
  const { changes } = prepared(
    database,
    `UPDATE exchange SET method = ?, url = ?, status = ?, verdict = ?, code = ?, headline = ?, duration = ?, exchange = '',
      content = ? WHERE id = ?`,
  ).run(method, url, status, verdict, code, headline, duration, compressText(json, 'utf8'), rowId);
  if (Number(changes) > 0) useBodies(database, rowId, bodies);
  else insertExchange(database, exchange, rowId);
}

/** Reads an exchange whole, bodies included; `null` where there is none, or it was emptied. */
export function readEntry(database: DatabaseSync, id: string): HistoryEntry | null {
  const row = prepared(
    database,
    `SELECT exchange, content, annotation.* FROM ${summaries} WHERE id = ? AND emptied = 0`,
  ).get(toRowId(id));
  if (row === undefined) return null;
  const stored = unpackBodies(database, contentOf(row)) as Stored;
  return { exchange: toExchange(id, stored), annotation: toAnnotation(row) };
}

function contentOf({ content, exchange }: Record<string, SQLOutputValue>): string {
  return content === null ? String(exchange) : decompressText(content as Uint8Array, 'utf8');
}

/** The summaries of the given exchanges, newest first. */
export function readSummaries(database: DatabaseSync, ids: readonly number[]): readonly ExchangeSummary[] {
  return prepared(
    database,
    `SELECT ${summaryColumns} FROM ${summaries}
      WHERE id IN (SELECT value FROM json_each(?)) AND emptied = 0 ORDER BY id DESC`,
  )
    .all(JSON.stringify(ids))
    .map(toSummary);
}

/** Anything that is no row number finds nothing. */
export function toRowId(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : -1;
}

type Columns = Omit<ExchangeSummary, 'id' | 'refund' | 'annotation'>;

const summaryColumns = `id, started_at, exchange.api, template, environment_name, environment_class, method, url, status,
  verdict, code, headline, duration, annotation.*,
  (SELECT json_array(transaction_id, amount, (SELECT count(*) - 1 FROM refund WHERE exchange_id = id))
    FROM refund WHERE exchange_id = id AND position = 0) AS refund`;
const summaries = 'exchange LEFT JOIN annotation ON annotation.exchange_id = id';

function columnsOf(exchange: Omit<Exchange, 'id'>): Columns {
  const step = mainStep(exchange);
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
    code: exchange.explanation?.codes[0] ?? null,
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
    code: row['code'] === null ? null : String(row['code']),
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

type Stored = Omit<Exchange, 'id' | 'generated' | 'madeWith'> & Partial<Exchange>;

/** Exchanges of earlier workbenches say less: no generated values, no codes, not what made them. */
function toExchange(id: string, stored: Stored): Exchange {
  return {
    ...stored,
    id,
    generated: stored.generated ?? [],
    madeWith: stored.madeWith ?? { workbench: null, template: null },
    explanation:
      stored.explanation === null ? null : { ...stored.explanation, codes: stored.explanation.codes ?? [] },
  };
}
