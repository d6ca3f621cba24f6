import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import type { BatchRowState, BatchState } from '../../../shared/model/batch.ts';
import type { HistoryPage } from '../../../shared/model/exchange.ts';
import type { BatchStore, NewBatch, StoredBatch } from '../../../shared/ports/batch-store.ts';
import { prepared } from '../prepared-statement.ts';
import { countStates } from './batch-row-table.ts';

/** One row for each batch. What is asked of it and where it goes is JSON; a draft has none of it yet. */
export const batchTable = `CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL,
    started_at TEXT NOT NULL DEFAULT '',
    ended_at TEXT,
    reason TEXT,
    content TEXT NOT NULL DEFAULT '{}',
    asked_to_stop INTEGER NOT NULL DEFAULT 0
  ) STRICT`;

/** No state of a batch: its rows are still being put in. */
const draft = 'draft';

type Content = Omit<NewBatch, 'startedAt'>;

/** Gives the id of a new draft. */
export function insertDraft(database: DatabaseSync): string {
  const { lastInsertRowid } = prepared(database, 'INSERT INTO batch (state) VALUES (?)').run(draft);
  return String(lastInsertRowid);
}

export function draftIds(database: DatabaseSync): readonly string[] {
  return prepared(database, 'SELECT id FROM batch WHERE state = ?')
    .all(draft)
    .map(({ id }) => String(id));
}

export function openBatch(database: DatabaseSync, id: string, { startedAt, ...content }: NewBatch): void {
  const running: BatchState = 'running';
  prepared(database, 'UPDATE batch SET state = ?, started_at = ?, content = ? WHERE id = ?').run(
    running,
    startedAt,
    JSON.stringify(content),
    id,
  );
}

export function removeBatch(database: DatabaseSync, id: string): void {
  prepared(database, 'DELETE FROM batch_row WHERE batch_id = ?').run(id);
  prepared(database, 'DELETE FROM batch WHERE id = ?').run(id);
}

export function readBatch(database: DatabaseSync, id: string): StoredBatch | null {
  const row = prepared(database, 'SELECT * FROM batch WHERE id = ? AND state <> ?').get(id, draft);
  return row === undefined ? null : toBatch(database, row);
}

/** Newest first. */
export function readBatches(database: DatabaseSync, { limit, before }: HistoryPage): readonly StoredBatch[] {
  return prepared(
    database,
    'SELECT * FROM batch WHERE state <> ? AND id < coalesce(?, 9e18) ORDER BY id DESC LIMIT ?',
  )
    .all(draft, before === null ? null : Number(before), limit)
    .map((row) => toBatch(database, row));
}

/** A batch that runs again was not asked to stop yet. */
export function writeState(
  database: DatabaseSync,
  id: string,
  { state, reason, endedAt }: Parameters<BatchStore['setState']>[1],
): void {
  prepared(
    database,
    'UPDATE batch SET state = ?, reason = ?, ended_at = ?, asked_to_stop = 0 WHERE id = ?',
  ).run(state, reason === null ? null : JSON.stringify(reason), endedAt, id);
}

export function writeAskedToStop(database: DatabaseSync, id: string): void {
  prepared(database, 'UPDATE batch SET asked_to_stop = 1 WHERE id = ?').run(id);
}

export function readAskedToStop(database: DatabaseSync, id: string): boolean {
  return prepared(database, 'SELECT asked_to_stop AS asked FROM batch WHERE id = ?').get(id)?.['asked'] === 1;
}

function toBatch(database: DatabaseSync, row: Record<string, SQLOutputValue>): StoredBatch {
  const id = String(row['id']);
  const reason = row['reason'];
  return {
    ...(JSON.parse(String(row['content'])) as Content),
    id,
    startedAt: String(row['started_at']),
    endedAt: row['ended_at'] === null ? null : String(row['ended_at']),
    state: String(row['state']) as BatchState,
    reason: reason === null ? null : (JSON.parse(String(reason)) as StoredBatch['reason']),
    counts: { ...noRows, ...countStates(database, id) },
  };
}

const noRows: Readonly<Record<BatchRowState, number>> = {
  ready: 0,
  sending: 0,
  accepted: 0,
  pending: 0,
  refused: 0,
  unknown: 0,
  'not-sent': 0,
  invalid: 0,
};
