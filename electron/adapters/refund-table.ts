import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import { amountSortKey, compareAmounts, parseAmount } from '../../shared/model/amount.ts';
import type { Decision, JournalEntry, JournalRefund } from '../../shared/model/journal.ts';
import type { LookUp, RefundState } from '../../shared/model/refund.ts';
import { prepared } from './prepared-statement.ts';

/** One row for each refund of each send, beside the exchange it belongs to. Ids and amounts are text. */
export const refundTable = `CREATE TABLE refund (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    position INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    api TEXT NOT NULL,
    target TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    amount TEXT,
    refund_id TEXT,
    state TEXT NOT NULL,
    decision TEXT,
    PRIMARY KEY (exchange_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refund_by_fingerprint ON refund (fingerprint, exchange_id);
  CREATE INDEX refund_by_transaction ON refund (api, target, transaction_id, exchange_id);
  CREATE INDEX refund_by_target ON refund (api, target, exchange_id);
  CREATE INDEX refund_unresolved ON refund (exchange_id) WHERE decision IS NULL AND state IN ('open', 'unknown')`;

/** Amounts as texts that sort by value; `null` where the amount is no plain decimal. And a way to a refund by its id. */
export const refundColumns = `ALTER TABLE refund ADD COLUMN amount_key TEXT;
  CREATE INDEX refund_by_refund_id ON refund (api, target, refund_id)`;

/** Fills the column in rows of earlier workbenches; its index comes after, which is quicker. */
export function keepAmountKeys(database: DatabaseSync): void {
  const rows = database
    .prepare('SELECT exchange_id, position, amount FROM refund WHERE amount IS NOT NULL')
    .all();
  const update = database.prepare('UPDATE refund SET amount_key = ? WHERE exchange_id = ? AND position = ?');
  for (const { exchange_id: id, position, amount } of rows) {
    update.run(amountKey(String(amount)), Number(id), Number(position));
  }
  database.exec('CREATE INDEX refund_by_amount ON refund (amount_key, exchange_id)');
}

function amountKey(amount: string | null): string | null {
  return amount !== null && parseAmount(amount).ok ? amountSortKey(amount) : null;
}

/** A refund that may have happened, and of which nothing was found out since. */
export const unresolved = "decision IS NULL AND state IN ('open', 'unknown')";

/** States of refunds that an answer about their transaction may speak of. */
const concerned = "'open', 'unknown', 'pending', 'accepted'";

/** Not final: what is found out later still counts. */
const undecided = "state IN ('open', 'unknown', 'pending')";

/** Of an exchange that a damaged file lost, its refunds are known all the same; they were sent before the next one. */
const startedAt =
  "coalesce(exchange.started_at, (SELECT later.started_at FROM exchange later WHERE later.id > exchange_id ORDER BY later.id LIMIT 1), '') AS started_at";
const columns = `exchange_id, ${startedAt}, fingerprint, refund.api, target, transaction_id, amount, refund_id, state, decision`;
const joined = 'refund LEFT JOIN exchange ON exchange.id = refund.exchange_id';

export function insertRefunds(
  database: DatabaseSync,
  exchangeId: number,
  refunds: readonly JournalRefund[],
): void {
  const insert = database.prepare(
    `INSERT INTO refund (exchange_id, position, fingerprint, api, target, transaction_id, amount, amount_key,
      refund_id, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
  );
  for (const [position, refund] of refunds.entries()) {
    const { fingerprint, api, target, transaction, amount, refundId } = refund;
    const key = amountKey(amount);
    insert.run(exchangeId, position, fingerprint, api, target, transaction, amount, key, refundId);
  }
}

export function setStates(database: DatabaseSync, exchangeId: number, states: readonly RefundState[]): void {
  const update = database.prepare('UPDATE refund SET state = ? WHERE exchange_id = ? AND position = ?');
  for (const [position, state] of states.entries()) update.run(state, exchangeId, position);
}

export function refundsOf(database: DatabaseSync, exchangeId: number): readonly JournalEntry[] {
  return prepared(database, `SELECT ${columns} FROM ${joined} WHERE exchange_id = ? ORDER BY position`)
    .all(exchangeId)
    .map(toEntry);
}

/** Earlier refunds with one of the fingerprints, newest first. */
export function earlierRefunds(
  database: DatabaseSync,
  fingerprints: readonly string[],
): readonly JournalEntry[] {
  const select = prepared(
    database,
    `SELECT ${columns} FROM ${joined} WHERE fingerprint = ? ORDER BY exchange_id DESC, position`,
  );
  return [...new Set(fingerprints)].flatMap((fingerprint) => select.all(fingerprint).map(toEntry));
}

/** Amounts last asked for: of the same transaction, and of the same API and target. */
export function lastAmounts(database: DatabaseSync, refund: JournalRefund): readonly string[] {
  const { api, target, transaction } = refund;
  const last = (where: string, ...values: string[]): readonly string[] =>
    prepared(
        database,
        `SELECT amount FROM refund WHERE ${where} AND amount IS NOT NULL AND state IN ('accepted', 'pending')
          ORDER BY exchange_id DESC LIMIT 1`,
      )
      .all(...values)
      .map((row) => String(row['amount']));
  return [
    ...last('api = ? AND target = ? AND transaction_id = ?', api, target, transaction),
    ...last('api = ? AND target = ?', api, target),
  ];
}

/** Keeps a decision about every refund of an exchange that is not final. Gives how many. */
export function decideExchange(database: DatabaseSync, exchangeId: number, decision: Decision): number {
  const { changes } = database
    .prepare(`UPDATE refund SET decision = ? WHERE exchange_id = ? AND ${undecided}`)
    .run(JSON.stringify(decision), exchangeId);
  return Number(changes);
}

/**
 * The same for the refunds that a status call proved something of. By the refund id it concerns all that carry it; by
 * the transaction alone only where one refund can be meant: parts of one payment may fare differently, and the answer
 * may speak of one that was accepted before. Gives the exchanges, one for each refund.
 */
export function decideLookedUp(
  database: DatabaseSync,
  { api, target }: Pick<JournalRefund, 'api' | 'target'>,
  lookUp: LookUp,
  decision: Decision,
): readonly number[] {
  const { transaction, refundId } = lookUp;
  if (transaction === null && refundId === null) return [];
  const [index, column, id] =
    refundId === null
      ? ['refund_by_transaction', 'transaction_id', transaction]
      : ['refund_by_refund_id', 'refund_id', refundId];
  const named = database
    .prepare(
      `SELECT ${columns} FROM refund INDEXED BY ${index} JOIN exchange ON exchange.id = refund.exchange_id
        WHERE refund.api = ? AND target = ? AND ${column} = ? AND state IN (${concerned})
        ORDER BY exchange_id, position`,
    )
    .all(api, target, id)
    .map(toEntry)
    .filter((entry) => isMeant(entry, lookUp));
  const meant = named.filter(({ state }) => state !== 'accepted');
  const kinds = new Set(named.map(({ fingerprint }) => fingerprint));
  if (lookUp.refundId === null && (kinds.size !== 1 || meant.length !== named.length)) return [];
  const update = database.prepare(
    `UPDATE refund SET decision = ? WHERE exchange_id = ? AND fingerprint = ? AND ${undecided}`,
  );
  for (const { exchangeId, fingerprint } of meant) {
    update.run(JSON.stringify(decision), Number(exchangeId), fingerprint);
  }
  return meant.map(({ exchangeId }) => Number(exchangeId));
}

/** A text that the answer does not name ties nothing down; a full refund has no amount to compare. */
function isMeant(entry: JournalEntry, { transaction, refundId, amount }: LookUp): boolean {
  if (transaction !== null && entry.transaction !== transaction) return false;
  if (refundId !== null && entry.refundId !== refundId) return false;
  return amount === null || entry.amount === null || isSameAmount(entry.amount, amount);
}

function isSameAmount(left: string, right: string): boolean {
  return parseAmount(left).ok && parseAmount(right).ok ? compareAmounts(left, right) === 0 : left === right;
}

function toEntry(row: Record<string, SQLOutputValue>): JournalEntry {
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  const decision = text('decision');
  return {
    exchangeId: String(row['exchange_id']),
    startedAt: String(row['started_at']),
    fingerprint: String(row['fingerprint']),
    api: String(row['api']),
    target: String(row['target']),
    transaction: String(row['transaction_id']),
    amount: text('amount'),
    refundId: text('refund_id'),
    state: String(row['state']) as RefundState,
    decision: decision === null ? null : (JSON.parse(decision) as Decision),
  };
}
