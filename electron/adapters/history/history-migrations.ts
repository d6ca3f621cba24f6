import type { DatabaseSync } from 'node:sqlite';

import type { Migration } from '../open-database.ts';
import { keepAmountKeys, refundColumns, refundTable } from '../refund-table.ts';
import { annotationTable } from './annotation-table.ts';
import { bodyTable } from './body-table.ts';
import { exchangeColumns, exchangeTable, readEntry, updateExchange } from './exchange-table.ts';
import { indexExchange, searchIndex } from './search-index.ts';
import { settingTable } from './setting-table.ts';

/** The schema of `history.db`, one step after the other; released steps never change. */
export const historyMigrations: readonly Migration[] = [exchangeTable, refundTable, makeSearchable];

function makeSearchable(database: DatabaseSync): void {
  for (const step of [
    exchangeColumns,
    refundColumns,
    annotationTable,
    bodyTable,
    searchIndex,
    settingTable,
  ]) {
    database.exec(step);
  }
  keepAmountKeys(database);
  const next = database.prepare('SELECT id FROM exchange WHERE id > ? ORDER BY id LIMIT 1');
  for (let id = nextId(0); id !== null; id = nextId(id)) makeOneSearchable(database, id);

  function nextId(after: number): number | null {
    const row = next.get(after);
    return row === undefined ? null : Number(row['id']);
  }
}

function makeOneSearchable(database: DatabaseSync, id: number): void {
  const entry = readUndamaged(database, id);
  if (entry === null) return;
  updateExchange(database, entry.exchange);
  indexExchange(database, entry);
}

/** A record that cannot be read stays as it is: it is listed, says so when it is opened, and no search finds it. */
function readUndamaged(database: DatabaseSync, id: number): ReturnType<typeof readEntry> {
  try {
    return readEntry(database, String(id));
  } catch {
    return null;
  }
}
