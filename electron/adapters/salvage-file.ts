import { DatabaseSync } from 'node:sqlite';

import { greatestKey, storedTables, versionOf } from './database-tables.ts';
import { inTransaction, type Migration } from './run-migrations.ts';
import { salvageTable, type Unread } from './salvage-table.ts';
import { sqliteFault } from './sqlite-fault.ts';
import { StorageError } from './storage-error.ts';

/**
 * Makes a database with the schema of a damaged one and every row that can still be read; the damaged one stays as it
 * is. Virtual tables are made empty. Gives by table what could not be read, or `null` where the schema cannot be read.
 * Throws where the new one cannot be written.
 */
export function salvageFile(
  path: string,
  to: string,
  migrations: readonly Migration[],
): ReadonlyMap<string, Unread> | null {
  // Only for reading: a log that stands beside the file would else be written into it.
  const source = new DatabaseSync(path, { readOnly: true, timeout: 500 });
  try {
    const schema = readSchema(source);
    if (schema === null) return null;
    if (schema.version > migrations.length) {
      throw new StorageError(
        'the file is damaged, and a newer workbench wrote it',
        'Start the newer workbench, which can mend it.',
      );
    }
    return copyTables(source, to, schema);
  } finally {
    source.close();
  }
}

type Schema = {
  readonly version: number;
  /** Statements that make the tables, and the rules that rows have to keep to. */
  readonly before: readonly string[];
  /** Statements for what goes quicker, or must not act, while rows are copied. */
  readonly after: readonly string[];
};

function readSchema(source: DatabaseSync): Schema | null {
  try {
    const rows = source
      .prepare(
        `SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
          AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')`,
      )
      .all()
      .map((row) => ({ type: String(row['type']), sql: String(row['sql']) }));
    const isFirst = ({ type, sql }: (typeof rows)[number]): boolean =>
      type === 'table' || /^CREATE UNIQUE/i.test(sql);
    const version = versionOf(source);
    if (version === 0 || rows.length === 0) return null;
    return {
      version,
      before: rows.filter(isFirst).map(({ sql }) => sql),
      after: rows.filter((row) => !isFirst(row)).map(({ sql }) => sql),
    };
  } catch (error) {
    if (sqliteFault(error) === 'damaged') return null;
    throw error;
  }
}

function copyTables(
  source: DatabaseSync,
  to: string,
  { version, before, after }: Schema,
): ReadonlyMap<string, Unread> {
  const target = new DatabaseSync(to, { enableForeignKeyConstraints: false });
  try {
    target.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    return inTransaction(target, () => {
      for (const statement of before) target.exec(statement);
      const top = greatestKey(source, 'main');
      const tables = storedTables(target);
      const unread = new Map(tables.map((table) => [table.name, salvageTable(source, target, table, top)]));
      if (top !== null) neverGiveAgain(target, top);
      for (const statement of after) target.exec(statement);
      target.exec(`PRAGMA user_version = ${version}`);
      return unread;
    });
  } finally {
    target.close();
  }
}

/** A lost row's id stays its own: refunds, tickets and the audit trail may speak of it. */
function neverGiveAgain(target: DatabaseSync, top: bigint): void {
  const counting = target
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'")
    .all();
  for (const { name } of counting) {
    if (name === undefined) continue;
    target.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(name);
    target.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, top);
  }
}
