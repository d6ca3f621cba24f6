import type { DatabaseSync } from 'node:sqlite';

import type { Migration } from '../run-migrations.ts';
import { keepAmountKeys, refundColumns, refundTable } from '../refund-table.ts';
import { annotationTable } from './annotation-table.ts';
import { bodyTable } from './body-table.ts';
import {
  countExchanges,
  exchangeColumns,
  exchangeTable,
  readEntry,
  updateExchange,
} from './exchange-table.ts';
import { indexExchange, searchParts } from './search-index.ts';
import { settingTable } from './setting-table.ts';

/** The schema of `history.db`, one step after the other; released steps never change. */
export const historyMigrations: readonly Migration[] = [exchangeTable, refundTable, makeSearchable];

function makeSearchable(database: DatabaseSync): void {
  for (const step of [
    exchangeColumns,
    refundColumns,
    annotationTable,
    bodyTable,
    searchParts,
    settingTable,
  ]) {
    database.exec(step);
  }
  keepAmountKeys(database);
  for (const id of exchangeIds(database)) makeOneSearchable(database, id);
}

/** Makes anew, after a recovery, what follows from the rows: the index and the number of exchanges. */
export function rebuildHistory(database: DatabaseSync): void {
  database.exec(`DELETE FROM tally; ${countExchanges}`);
  for (const id of exchangeIds(database)) {
    const entry = readUndamaged(database, id);
    if (entry !== null) indexExchange(database, entry);
  }
}

/** All of them, oldest first; rows may change on the way. */
function* exchangeIds(database: DatabaseSync): Generator<number> {
  const next = database.prepare('SELECT id FROM exchange WHERE id > ? ORDER BY id LIMIT 1');
  for (let row = next.get(0); row !== undefined; row = next.get(Number(row['id']))) yield Number(row['id']);
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
