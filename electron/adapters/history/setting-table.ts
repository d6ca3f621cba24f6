import type { DatabaseSync } from 'node:sqlite';

import type { Retention } from '../../../shared/model/retention.ts';
import { prepared } from '../prepared-statement.ts';

/** What the user set for this history, by name; values are JSON. */
export const settingTable = `CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`;

export function readRetention(database: DatabaseSync): Retention {
  return (readSetting(database, 'retention') as Retention | null) ?? { days: null, megabytes: null };
}

/** A new retention has not been carried out yet. */
export function writeRetention(database: DatabaseSync, retention: Retention): void {
  writeSetting(database, 'retention', retention);
  writeSetting(database, 'swept-at', null);
}

/** ISO 8601, UTC; `null` for never. */
export function readSweptAt(database: DatabaseSync): string | null {
  return readSetting(database, 'swept-at') as string | null;
}

export function writeSweptAt(database: DatabaseSync, time: string): void {
  writeSetting(database, 'swept-at', time);
}

function readSetting(database: DatabaseSync, name: 'retention' | 'swept-at'): unknown {
  const row = prepared(database, 'SELECT value FROM setting WHERE name = ?').get(name);
  return row === undefined ? null : JSON.parse(String(row['value']));
}

function writeSetting(database: DatabaseSync, name: 'retention' | 'swept-at', value: unknown): void {
  prepared(database, 'INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(
    name,
    JSON.stringify(value),
  );
}
