import type { DatabaseSync } from 'node:sqlite';

import { amountSortKey } from '../../../shared/model/amount.ts';
import type { HistoryPage } from '../../../shared/model/exchange.ts';
import type { AmountRange, HistoryQuery } from '../../../shared/model/history-query.ts';
import { toRowId } from './exchange-table.ts';
import { matchExpression } from './match-expression.ts';

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
  const match = matchExpression(database, query);
  const times = timeConditions(query);
  const few = query.amounts.length === 0 ? null : fewWithAmounts(database, query.amounts);
  if (few !== null) return findAmong(few, { database, match, span, times, limit: page.limit });
  const amounts = query.amounts.length === 0 ? [] : [hasAmount(query.amounts)];
  return walk({ database, match, span, conditions: [...times, ...amounts], limit: page.limit });
}

type Walk = {
  readonly database: DatabaseSync;
  readonly match: string | null;
  /** Ids, both ends included. */
  readonly span: { readonly from: number; readonly to: number };
  readonly conditions: readonly Condition[];
  readonly limit: number;
};

function walk({ database, match, span, conditions, limit }: Walk): readonly number[] {
  if (span.from > span.to) return [];
  const all = [{ sql: 'id BETWEEN ? AND ?', values: [span.from, span.to] }, ...conditions];
  const where = all.map(({ sql }) => sql).join(' AND ');
  const values = all.flatMap(({ values: own }) => own);
  const statement =
    match === null
      ? `SELECT id FROM exchange INDEXED BY exchange_listed WHERE emptied = 0 AND ${where} ORDER BY id DESC LIMIT ?`
      : conditions.length === 0
        ? `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?`
        : `SELECT id FROM search CROSS JOIN exchange INDEXED BY exchange_listed ON id = search.rowid
            WHERE search MATCH ? AND emptied = 0 AND ${where.replace('id BETWEEN', 'search.rowid BETWEEN')}
            ORDER BY search.rowid DESC LIMIT ?`;
  return database
    .prepare(statement)
    .all(...(match === null ? [] : [match]), ...values, limit)
    .map((row) => Number(row['id']));
}

/** One by one, newest first, in handfuls: the rest is not looked at once the page is full. */
function findAmong(
  ids: readonly number[],
  { times, ...walked }: Omit<Walk, 'conditions'> & { readonly times: readonly Condition[] },
): readonly number[] {
  const { span, limit } = walked;
  const inside = ids.filter((id) => id >= span.from && id <= span.to);
  const found: number[] = [];
  for (let start = 0; start < inside.length && found.length < limit; start += handful) {
    const some = inside.slice(start, start + handful);
    const among = {
      sql: `${walked.match === null ? 'id' : 'search.rowid'} IN (${some.join(', ')})`,
      values: [],
    };
    found.push(...walk({ ...walked, conditions: [...times, among], limit: limit - found.length }));
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
