import type { DatabaseSync } from 'node:sqlite';

import { amountSortKey } from '../../../shared/model/amount.ts';
import type { HistoryPage } from '../../../shared/model/exchange.ts';
import type { AmountRange, HistoryQuery } from '../../../shared/model/history-query.ts';
import { toRowId } from './exchange-table.ts';
import { matchExpression, needsIndex } from './match-expression.ts';
import { partsOf, searchTable } from './search-index.ts';

/** A piece of SQL with the values of its parameters. */
type Condition = { readonly sql: string; readonly values: readonly (string | number)[] };

/** The ids of what fits a query, newest first. Right whatever the clock did; quick where it went forward. */
export function findExchanges(
  database: DatabaseSync,
  query: HistoryQuery,
  page: HistoryPage,
): readonly number[] {
  const newest = newestBefore(database, query.before);
  const asked = page.before === null ? Number.MAX_SAFE_INTEGER : toRowId(page.before) - 1;
  const span = { from: oldestAfter(database, query.after), to: Math.min(newest, asked) };
  const times = timeConditions(query);
  const rare = query.amounts.length === 0 ? null : fewWithAmounts(database, query.amounts);
  const walked = { database, query, span, limit: page.limit };
  if (rare !== null) return findAmong(rare, { ...walked, conditions: times });
  const amounts = query.amounts.length === 0 ? [] : [hasAmount(query.amounts)];
  return walk({ ...walked, conditions: [...times, ...amounts], among: null });
}

type Walk = {
  readonly database: DatabaseSync;
  readonly query: HistoryQuery;
  /** Ids, both ends included. */
  readonly span: { readonly from: number; readonly to: number };
  /** Beside the words and filters of the query. */
  readonly conditions: readonly Condition[];
  /** The only ids that count; `null` for all. */
  readonly among: readonly number[] | null;
  readonly limit: number;
};

/** Part by part of the index, newest first, until the page is full; a query without words and filters needs none. */
function walk(walked: Walk): readonly number[] {
  const { database, query, span, limit } = walked;
  if (span.from > span.to) return [];
  if (!needsIndex(query)) return walkAll(walked);
  const found: number[] = [];
  for (const part of partsOf(database, span)) {
    if (found.length >= limit) break;
    const match = matchExpression(database, query, part);
    found.push(...walkPart({ ...walked, limit: limit - found.length }, searchTable(part), match));
  }
  return found;
}

function walkAll({ database, span, conditions, among, limit }: Walk): readonly number[] {
  const where = ['emptied = 0', 'id BETWEEN ? AND ?', ...isAmong('id', among), ...sqlOf(conditions)];
  return database
    .prepare(
      `SELECT id FROM exchange INDEXED BY exchange_listed WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ?`,
    )
    .all(span.from, span.to, ...valuesOf(conditions), limit)
    .map((row) => Number(row['id']));
}

function walkPart(
  { database, span, conditions, among, limit }: Walk,
  table: string,
  match: string,
): readonly number[] {
  const rowId = `${table}.rowid`;
  const where = [`${table} MATCH ?`, `${rowId} BETWEEN ? AND ?`, ...isAmong(rowId, among)].join(' AND ');
  const order = `ORDER BY ${rowId} DESC LIMIT ?`;
  const statement =
    conditions.length === 0
      ? `SELECT rowid AS id FROM ${table} WHERE ${where} ${order}`
      : `SELECT id FROM ${table} CROSS JOIN exchange INDEXED BY exchange_listed ON id = ${rowId}
          WHERE ${where} AND emptied = 0 AND ${sqlOf(conditions).join(' AND ')} ${order}`;
  return database
    .prepare(statement)
    .all(match, span.from, span.to, ...valuesOf(conditions), limit)
    .map((row) => Number(row['id']));
}

function isAmong(column: string, ids: readonly number[] | null): readonly string[] {
  return ids === null ? [] : [`${column} IN (${ids.join(', ')})`];
}

function sqlOf(conditions: readonly Condition[]): readonly string[] {
  return conditions.map(({ sql }) => sql);
}

function valuesOf(conditions: readonly Condition[]): Condition['values'] {
  return conditions.flatMap(({ values }) => values);
}

/** One by one, newest first, in handfuls: the rest is not looked at once the page is full. */
function findAmong(ids: readonly number[], walked: Omit<Walk, 'among'>): readonly number[] {
  const { span, limit } = walked;
  const inside = ids.filter((id) => id >= span.from && id <= span.to);
  const found: number[] = [];
  for (let start = 0; start < inside.length && found.length < limit; start += handful) {
    const among = inside.slice(start, start + handful);
    const inHandful = { from: among.at(-1) ?? 0, to: among[0] ?? 0 };
    found.push(...walk({ ...walked, span: inHandful, among, limit: limit - found.length }));
  }
  return found;
}

const handful = 200;

function timeConditions({ after, before }: HistoryQuery): readonly Condition[] {
  return [
    ...(after === null ? [] : [{ sql: 'started_at >= ?', values: [after] }]),
    ...(before === null ? [] : [{ sql: 'started_at < ?', values: [before] }]),
  ];
}

/** No exchange with a smaller id began at this time or later. */
function oldestAfter(database: DatabaseSync, after: string | null): number {
  return after === null ? 0 : (firstSince(database, after) ?? Number.MAX_SAFE_INTEGER);
}

/** No exchange with a greater id began before this time: not in order, and not while the clock was set back. */
export function newestBefore(database: DatabaseSync, before: string | null): number {
  const first = before === null ? null : firstSince(database, before);
  if (before === null || first === null) return Number.MAX_SAFE_INTEGER;
  const setBack = database
    .prepare(
      `SELECT id FROM exchange INDEXED BY exchange_set_back
        WHERE started_at < latest_at AND id > ? AND started_at < ? ORDER BY id DESC LIMIT 1`,
    )
    .get(first, before);
  return setBack === undefined ? first - 1 : Number(setBack['id']);
}

function firstSince(database: DatabaseSync, time: string): number | null {
  const row = database
    .prepare('SELECT id FROM exchange WHERE latest_at >= ? ORDER BY latest_at, id LIMIT 1')
    .get(time);
  return row === undefined ? null : Number(row['id']);
}

/** Up to here it is quicker to look at everything with such an amount than to walk the history for it. */
const few = 2000;

/** Ids of all exchanges with such an amount, newest first; `null` where they are many. */
function fewWithAmounts(database: DatabaseSync, ranges: readonly AmountRange[]): readonly number[] | null {
  const { sql, values } = amountCondition(ranges);
  const fitting = `SELECT exchange_id FROM refund INDEXED BY refund_by_amount WHERE ${sql}`;
  const counted = database
    .prepare(`SELECT count(*) AS count FROM (${fitting} LIMIT ${few + 1})`)
    .get(...values);
  if (Number(counted?.['count']) > few) return null;
  return database
    .prepare(`SELECT DISTINCT exchange_id AS id FROM (${fitting}) ORDER BY id DESC`)
    .all(...values)
    .map((row) => Number(row['id']));
}

function hasAmount(ranges: readonly AmountRange[]): Condition {
  const { sql, values } = amountCondition(ranges);
  return { sql: `EXISTS (SELECT 1 FROM refund WHERE exchange_id = id AND (${sql}))`, values };
}

function amountCondition(ranges: readonly AmountRange[]): Condition {
  const conditions = ranges.map(({ from, to, includesFrom, includesTo }) => {
    const ends = [
      ...(from === null
        ? []
        : [{ sql: `amount_key >${includesFrom ? '=' : ''} ?`, value: amountSortKey(from) }]),
      ...(to === null ? [] : [{ sql: `amount_key <${includesTo ? '=' : ''} ?`, value: amountSortKey(to) }]),
    ];
    return {
      sql: `(${ends.map(({ sql }) => sql).join(' AND ')})`,
      values: ends.map(({ value }) => value),
    };
  });
  return {
    sql: conditions.map(({ sql }) => sql).join(' OR '),
    values: conditions.flatMap(({ values }) => values),
  };
}
