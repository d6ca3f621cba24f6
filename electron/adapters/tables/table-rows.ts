import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

import type { TableDescription, TablePage, TableRow } from '../../../shared/model/table.ts';
import { prepared } from '../prepared-statement.ts';
import { inTransaction } from '../open-database.ts';
import { StorageError } from '../storage-error.ts';
import type { Cells } from './row-reader.ts';

/** `hold` says which runs and batches need a table. Cells are a JSON array of texts. */
export const tableMigrations = [
  `CREATE TABLE data_table (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    begun_at INTEGER NOT NULL,
    description TEXT
  ) STRICT;
  CREATE TABLE data_row (
    table_key INTEGER NOT NULL,
    number INTEGER NOT NULL,
    cells TEXT NOT NULL,
    PRIMARY KEY (table_key, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE hold (
    table_id TEXT NOT NULL,
    holder TEXT NOT NULL,
    PRIMARY KEY (table_id, holder)
  ) STRICT, WITHOUT ROWID;`,
];

/** So many rows go into one transaction. */
const batchSize = 5000;

/** How many rows a description shows. */
const sampleSize = 10;

/** What is stored of a description; the sample is read from the rows. */
type StoredDescription = Omit<TableDescription, 'sample'>;

const storedDescription = v.object({
  id: v.string(),
  name: v.string(),
  format: v.picklist(['csv', 'json']),
  separator: v.nullable(v.string()),
  columns: v.array(v.string()),
  rows: v.number(),
  hash: v.string(),
  remarks: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, StoredDescription>;

const storedCells = v.pipe(v.string(), v.parseJson(), v.array(v.string()));

/** Takes the id of a table for rows that come; `null` where it is taken. Milliseconds since 1970-01-01 UTC. */
export function beginTable(database: DatabaseSync, id: string, now: number): number | null {
  const row = prepared(
    database,
    'INSERT INTO data_table (id, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING key',
  ).get(id, now);
  return row === undefined ? null : Number(row['key']);
}

/** Stores rows after the ones that are there, counting on from `before`. */
export function addRows(database: DatabaseSync, key: number, before: number, rows: readonly Cells[]): void {
  const insert = prepared(database, 'INSERT INTO data_row (table_key, number, cells) VALUES (?, ?, ?)');
  for (let from = 0; from < rows.length; from += batchSize) {
    inTransaction(database, () => {
      for (const [index, cells] of rows.slice(from, from + batchSize).entries())
        insert.run(key, before + from + index + 1, JSON.stringify(cells));
    });
  }
}

/** Makes a table one that can be read. */
export function completeTable(
  database: DatabaseSync,
  key: number,
  description: StoredDescription,
): TableDescription {
  prepared(database, 'UPDATE data_table SET description = ? WHERE key = ?').run(
    JSON.stringify(description),
    key,
  );
  return { ...description, sample: rowsOf(database, key, description, { after: 0, limit: sampleSize }) };
}

/** `null` where there is none of that id, or it is not complete. */
export function describeTable(database: DatabaseSync, id: string): TableDescription | null {
  const found = findTable(database, id);
  if (found === null) return null;
  const sample = rowsOf(database, found.key, found.description, { after: 0, limit: sampleSize });
  return { ...found.description, sample };
}

export function readTable(
  database: DatabaseSync,
  id: string,
  page: { readonly after: number; readonly limit: number },
): TablePage | null {
  const found = findTable(database, id);
  if (found === null) return null;
  const rows = rowsOf(database, found.key, found.description, page);
  const last = rows.at(-1)?.number ?? page.after;
  const expected = Math.max(0, Math.min(page.limit, found.description.rows - page.after));
  if (rows.length < expected) throw rowsLost;
  return { rows, next: last < found.description.rows ? last : null };
}

/** Forgets a table unless somebody holds it; gives whether it is gone. */
export function removeTable(database: DatabaseSync, id: string): boolean {
  return inTransaction(database, () => {
    const held = prepared(database, 'SELECT 1 FROM hold WHERE table_id = ? LIMIT 1').get(id);
    if (held !== undefined) return false;
    prepared(
      database,
      'DELETE FROM data_row WHERE table_key = (SELECT key FROM data_table WHERE id = ?)',
    ).run(id);
    prepared(database, 'DELETE FROM data_table WHERE id = ?').run(id);
    return true;
  });
}

/** Removes what programs left that ended while they read a file. */
export function removeUnfinished(database: DatabaseSync, begunBefore: number): void {
  const left = prepared(database, 'SELECT id FROM data_table WHERE description IS NULL AND begun_at < ?').all(
    begunBefore,
  );
  for (const { id } of left) removeTable(database, String(id));
}

export function holdTable(database: DatabaseSync, id: string, holder: string): void {
  prepared(database, 'INSERT INTO hold (table_id, holder) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    id,
    holder,
  );
}

export function dropHold(database: DatabaseSync, id: string, holder: string): void {
  prepared(database, 'DELETE FROM hold WHERE table_id = ? AND holder = ?').run(id, holder);
}

function findTable(
  database: DatabaseSync,
  id: string,
): { readonly key: number; readonly description: StoredDescription } | null {
  const row = prepared(
    database,
    'SELECT key, description FROM data_table WHERE id = ? AND description IS NOT NULL',
  ).get(id);
  if (row === undefined) return null;
  const description = v.parse(v.pipe(v.string(), v.parseJson(), storedDescription), row['description']);
  return { key: Number(row['key']), description };
}

/** Rows of JSON are as long as there were columns when they were read; the rest of their cells is empty. */
function rowsOf(
  database: DatabaseSync,
  key: number,
  { columns }: StoredDescription,
  { after, limit }: { readonly after: number; readonly limit: number },
): readonly TableRow[] {
  const rows = prepared(
    database,
    'SELECT number, cells FROM data_row WHERE table_key = ? AND number > ? ORDER BY number LIMIT ?',
  ).all(key, after, limit);
  return rows.map((row) => {
    const cells = v.parse(storedCells, row['cells']);
    return { number: Number(row['number']), cells: columns.map((_, index) => cells[index] ?? '') };
  });
}

const rowsLost = new StorageError('rows of it are missing', 'Choose the data file again.');
