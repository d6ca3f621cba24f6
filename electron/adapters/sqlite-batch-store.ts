import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type { BatchRow } from '../../shared/model/batch.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { BatchStore, Release, StoredBatchRow } from '../../shared/ports/batch-store.ts';
import {
  batchRowTable,
  insertRows,
  readRows,
  sumRows,
  writeBegun,
  writeSettled,
} from './batches/batch-row-table.ts';
import {
  batchTable,
  draftIds,
  insertDraft,
  openBatch,
  readAskedToStop,
  readBatch,
  readBatches,
  removeBatch,
  writeAskedToStop,
  writeState,
} from './batches/batch-table.ts';
import { createTextMemory } from './batches/text-memory.ts';
import { createLazyDatabase } from './lazy-database.ts';
import { makeDirectory } from './make-directory.ts';
import { inTransaction } from './open-database.ts';
import { takeLock } from './take-lock.ts';

/**
 * Batches in `batches.db` of the data folder, each with a lock of its own in `batches/`. A damaged file is refused and
 * not mended: a lost line would be a refund that is sent twice.
 */
export function createSqliteBatchStore(dataDirectory: string): BatchStore & { close(): void } {
  const { attempt, close } = createLazyDatabase(join(dataDirectory, 'batches.db'), [
    `${batchTable};${batchRowTable}`,
  ]);
  const lockBatch = (id: string): Release | null => {
    const folder = join(dataDirectory, 'batches');
    makeDirectory(folder, 0o700);
    return takeLock(join(folder, `${id}.lock`));
  };
  const read = <Value>(action: (database: DatabaseSync) => Value): Result<Value, Problem> =>
    attempt('The batches cannot be read', action);
  const write = (action: (database: DatabaseSync) => void): Result<null, Problem> =>
    attempt('The batch cannot be recorded', (database) =>
      inTransaction(database, () => {
        action(database);
        return null;
      }),
    );
  return {
    draft: () =>
      attempt('The batch cannot be recorded', (database) =>
        inTransaction(database, () => {
          for (const id of draftIds(database)) removeAbandoned(database, id, lockBatch);
          const id = insertDraft(database);
          const release = lockBatch(id);
          // The id is new, so nobody else can hold its lock.
          if (release === null) throw new Error(`the new batch ${id} is locked`);
          return { id, release };
        }),
      ),
    addRows: (id, rows) => write((database) => insertRows(database, id, rows)),
    open: (id, batch) => write((database) => openBatch(database, id, batch)),
    discard: (id) => write((database) => removeBatch(database, id)),
    lock: (id) => attempt('The batch cannot be locked', () => lockBatch(id)),
    get: (id) => read((database) => readBatch(database, id)),
    list: (page) => read((database) => readBatches(database, page)),
    rows: (page) => read((database) => readRows(database, page).map(withoutJournal)),
    journal: (page) => read((database) => readRows(database, page)),
    sum: (id, states) => read((database) => sumRows(database, id, states)),
    begin: (id, rows) => write((database) => writeBegun(database, id, rows)),
    settle: (id, rows) => write((database) => writeSettled(database, id, rows)),
    setState: (id, change) => write((database) => writeState(database, id, change)),
    askToStop: (id) => write((database) => writeAskedToStop(database, id)),
    isAskedToStop: (id) => read((database) => readAskedToStop(database, id)),
    rememberTexts: createTextMemory,
    close,
  };
}

/** A draft whose program ended before it was opened. */
function removeAbandoned(
  database: DatabaseSync,
  id: string,
  lockBatch: (id: string) => Release | null,
): void {
  const release = lockBatch(id);
  if (release === null) return;
  removeBatch(database, id);
  release();
}

function withoutJournal({ fingerprint: _, known: _known, before: _before, ...row }: StoredBatchRow): BatchRow {
  return row;
}
