import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import type { BatchRowPage, BatchRowState } from '../../../shared/model/batch.ts';
import { addAmounts } from '../../../shared/model/amount.ts';
import type {
  BatchSum,
  BegunRow,
  NewBatchRow,
  SettledRow,
  StoredBatchRow,
} from '../../../shared/ports/batch-store.ts';
import { prepared } from '../prepared-statement.ts';

/** One row for each row of a table, with its cells as JSON: what becomes of the table later changes nothing here. */
export const batchRowTable = `CREATE TABLE batch_row (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    number INTEGER NOT NULL,
    cells TEXT NOT NULL,
    state TEXT NOT NULL,
    code TEXT,
    meaning TEXT NOT NULL,
    transaction_id TEXT,
    amount TEXT,
    refund_id TEXT,
    fingerprint TEXT,
    provider_id TEXT,
    exchange_id TEXT,
    at TEXT,
    known TEXT NOT NULL DEFAULT '[]',
    before TEXT NOT NULL DEFAULT 'not-sent',
    PRIMARY KEY (batch_id, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX batch_row_by_state ON batch_row (batch_id, state, number)`;

export function insertRows(database: DatabaseSync, id: string, rows: readonly NewBatchRow[]): void {
  const insert = prepared(
    database,
    `INSERT INTO batch_row (batch_id, number, cells, state, meaning, transaction_id, amount, refund_id, fingerprint)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { row, cells, state, meaning, transaction, amount, refundId, fingerprint } of rows) {
    insert.run(id, row, JSON.stringify(cells), state, meaning, transaction, amount, refundId, fingerprint);
  }
}

export function countStates(
  database: DatabaseSync,
  id: string,
): Readonly<Partial<Record<BatchRowState, number>>> {
  const rows = prepared(
    database,
    'SELECT state, count(*) AS n FROM batch_row WHERE batch_id = ? GROUP BY state',
  ).all(id);
  return Object.fromEntries(rows.map(({ state, n }) => [String(state), Number(n)]));
}

/** By one state after the other, each along its index, however rare it is among a million; no states are all. */
export function readRows(
  database: DatabaseSync,
  { id, after, limit, states }: BatchRowPage,
): readonly StoredBatchRow[] {
  if (states.length === 0) {
    return prepared(
      database,
      'SELECT * FROM batch_row WHERE batch_id = ? AND number > ? ORDER BY number LIMIT ?',
    )
      .all(id, after, limit)
      .map(toRow);
  }
  const select = prepared(
    database,
    'SELECT * FROM batch_row WHERE batch_id = ? AND state = ? AND number > ? ORDER BY number LIMIT ?',
  );
  return [...new Set(states)]
    .flatMap((state) => select.all(id, state, after, limit))
    .map(toRow)
    .toSorted((left, right) => left.row - right.row)
    .slice(0, limit);
}

/** Exact, whatever the number of digits. */
export function sumRows(database: DatabaseSync, id: string, states: readonly BatchRowState[]): BatchSum {
  const select = prepared(database, 'SELECT amount FROM batch_row WHERE batch_id = ? AND state = ?');
  let [rows, amount, withoutAmount] = [0, '0', 0];
  for (const state of states) {
    for (const row of select.iterate(id, state)) {
      rows += 1;
      if (row['amount'] === null) withoutAmount += 1;
      else amount = addAmounts(amount, String(row['amount']));
    }
  }
  return { rows, amount, withoutAmount };
}

export function writeBegun(database: DatabaseSync, id: string, rows: readonly BegunRow[]): void {
  const sending: BatchRowState = 'sending';
  const update = prepared(
    database,
    'UPDATE batch_row SET state = ?, known = ?, before = ? WHERE batch_id = ? AND number = ?',
  );
  for (const { row, known, before } of rows) update.run(sending, JSON.stringify(known), before, id, row);
}

export function writeSettled(database: DatabaseSync, id: string, rows: readonly SettledRow[]): void {
  const update = prepared(
    database,
    `UPDATE batch_row SET state = ?, code = ?, meaning = ?, provider_id = ?, exchange_id = ?, at = ?
      WHERE batch_id = ? AND number = ?`,
  );
  for (const { row, state, code, meaning, providerId, exchangeId, at } of rows) {
    update.run(state, code, meaning, providerId, exchangeId, at, id, row);
  }
}

function toRow(row: Record<string, SQLOutputValue>): StoredBatchRow {
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    row: Number(row['number']),
    cells: JSON.parse(String(row['cells'])) as readonly string[],
    state: String(row['state']) as BatchRowState,
    code: text('code'),
    meaning: String(row['meaning']),
    transaction: text('transaction_id'),
    amount: text('amount'),
    refundId: text('refund_id'),
    fingerprint: text('fingerprint'),
    providerId: text('provider_id'),
    exchangeId: text('exchange_id'),
    at: text('at'),
    known: JSON.parse(String(row['known'])) as readonly string[],
    before: String(row['before']) as StoredBatchRow['before'],
  };
}
