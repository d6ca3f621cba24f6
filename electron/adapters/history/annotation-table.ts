import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

import { type Annotation, noAnnotation } from '../../../shared/model/annotation.ts';
import { prepared } from '../prepared-statement.ts';

/** What people wrote on exchanges; most have no row. */
export const annotationTable = `CREATE TABLE annotation (
    exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id),
    note TEXT NOT NULL,
    tags TEXT NOT NULL,
    ticket TEXT NOT NULL,
    pinned INTEGER NOT NULL
  ) STRICT`;

/** Writes over what was written before. Gives `false` where there is no such exchange. */
export function writeAnnotation(
  database: DatabaseSync,
  exchangeId: number,
  { note, tags, ticket, pinned }: Annotation,
): boolean {
  const { changes } = prepared(
    database,
    `INSERT OR REPLACE INTO annotation (exchange_id, note, tags, ticket, pinned)
      SELECT id, ?, ?, ?, ? FROM exchange WHERE id = ? AND emptied = 0`,
  ).run(note, JSON.stringify(tags), ticket, pinned ? 1 : 0, exchangeId);
  return Number(changes) > 0;
}

export function readAnnotation(database: DatabaseSync, exchangeId: number): Annotation {
  const row = prepared(database, 'SELECT * FROM annotation WHERE exchange_id = ?').get(exchangeId);
  return row === undefined ? noAnnotation : toAnnotation(row);
}

/** Reads the columns of the table, all `null` where an exchange has no row in it. */
export function toAnnotation(row: Record<string, SQLOutputValue>): Annotation {
  if (row['note'] === null) return noAnnotation;
  return {
    note: String(row['note']),
    tags: JSON.parse(String(row['tags'])) as readonly string[],
    ticket: String(row['ticket']),
    pinned: row['pinned'] === 1,
  };
}
