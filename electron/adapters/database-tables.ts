import type { DatabaseSync } from 'node:sqlite';

import { sqliteFault } from './sqlite-fault.ts';

/** A table that holds rows of its own: no virtual table, none that serves one, none of SQLite's. */
export type StoredTable = {
  readonly name: string;
  /** Those that are written; generated ones make themselves. */
  readonly columns: readonly string[];
  /** What its rows are ordered by in the file, where that is a whole number; `null` where it is not. */
  readonly key: string | null;
  /** Whether no two rows have the same key. */
  readonly unique: boolean;
};

/** Throws what SQLite throws. */
export function storedTables(database: DatabaseSync, schema = 'main'): readonly StoredTable[] {
  return database
    .prepare(
      "SELECT name, wr FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT GLOB 'sqlite_*'",
    )
    .all(schema)
    .map((row) => toTable(database, schema, String(row['name']), row['wr'] === 1));
}

/**
 * The greatest whole number that keys a row of any table, or was given to one that is gone. What cannot be read is left
 * out; `null` where nothing can.
 */
export function greatestKey(database: DatabaseSync, schema: string): bigint | null {
  const tables = storedTables(database, schema).flatMap(({ name, key }) =>
    key === null ? [] : [greatestIn(database, `${schema}.${quoted(name)}`, quoted(key))],
  );
  const found = [greatestIn(database, `${schema}.sqlite_sequence`, 'seq'), ...tables];
  return found.reduce((greatest, key) =>
    greatest === null || (key !== null && key > greatest) ? key : greatest,
  );
}

/** `null` as well where there is no such table, as that of the sequences is made with the first. */
function greatestIn(database: DatabaseSync, table: string, column: string): bigint | null {
  try {
    const select = database.prepare(`SELECT max(${column}) AS greatest FROM ${table}`);
    select.setReadBigInts(true);
    const greatest = select.get()?.['greatest'];
    return typeof greatest === 'bigint' ? greatest : null;
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    if (sqliteFault(error) === 'damaged' || errcode === missing) return null;
    throw error;
  }
}

/** SQLITE_ERROR: here, that there is no such table. */
const missing = 1;

/** How many rows each of them has, by name. Throws what SQLite throws. */
export function countRows(database: DatabaseSync): ReadonlyMap<string, number> {
  return new Map(storedTables(database).map(({ name }) => [name, countOf(database, name)]));
}

export function countOf(database: DatabaseSync, table: string): number {
  return Number(database.prepare(`SELECT count(*) AS n FROM ${quoted(table)}`).get()?.['n'] ?? 0);
}

/** A name as it stands in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The version of its schema. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

/** Whether pages, rows and types fit together. */
export function isIntact(database: DatabaseSync): boolean {
  const rows = database.prepare('PRAGMA quick_check(1)').all();
  return rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok';
}

function toTable(database: DatabaseSync, schema: string, name: string, withoutRowId: boolean): StoredTable {
  const columns = database
    .prepare('SELECT name, type, pk FROM pragma_table_xinfo(?, ?) WHERE hidden = 0')
    .all(name, schema)
    .map((row) => ({
      name: String(row['name']),
      isWhole: /^int(?:eger)?$/i.test(String(row['type'])),
      place: Number(row['pk']),
    }));
  const names = columns.map((column) => column.name);
  const keys = columns.filter(({ place }) => place > 0);
  const first = keys.find(({ place }) => place === 1);
  if (withoutRowId) {
    const key = first?.isWhole === true ? first.name : null;
    return { name, columns: names, key, unique: keys.length === 1 };
  }
  // Where the key is no alias of the row id, the row id has to be kept as well: other tables may speak of it.
  const isAlias = keys.length === 1 && first?.isWhole === true;
  return { name, columns: isAlias ? names : ['rowid', ...names], key: 'rowid', unique: true };
}
