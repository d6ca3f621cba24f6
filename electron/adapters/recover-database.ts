import { renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import type { Backup } from '../../shared/model/retention.ts';
import { removeDatabase } from './database-files.ts';
import { countOf, isIntact, storedTables, versionOf } from './database-tables.ts';
import { listBackups } from './list-backups.ts';
import { copyDatabase } from './migrate-on-copy.ts';
import { putRecoveredInPlace } from './put-recovered-in-place.ts';
import { inTransaction, type Migration, runMigrations } from './run-migrations.ts';
import { type RecoveredTable, restoreUnread } from './restore-unread.ts';
import { salvageFile } from './salvage-file.ts';
import type { Unread } from './salvage-table.ts';
import { StorageError } from './storage-error.ts';
import { sqliteFault } from './sqlite-fault.ts';

/** What became of a damaged database. */
export type Recovered = {
  /** Whether anything of the damaged file itself could be read. */
  readonly readable: boolean;
  /** The newest intact one, if there was one. */
  readonly backup: Backup | null;
  readonly tables: ReadonlyMap<string, RecoveredTable>;
  /** Where the damaged file is kept. */
  readonly aside: string;
};

/**
 * Reads what can be read of a damaged database into a new one, takes what cannot be read from the newest intact backup,
 * sets the damaged file aside and puts the new one in its place. A damaged file without a readable schema is replaced
 * by the backup, or by an empty one. `rebuild` fills what is made from other tables, as an index for full text. No
 * other program may have the database open. Throws where the new one cannot be made; nothing is changed then.
 */
export function recoverDatabase(
  path: string,
  migrations: readonly Migration[],
  rebuild: (database: DatabaseSync) => void,
): Recovered {
  const recovering = `${path}.recovering`;
  const restoring = `${path}.restoring`;
  removeDatabase(recovering);
  removeDatabase(restoring);
  try {
    const backup = takeNewestIntact(path, restoring, migrations);
    const unread = salvageFile(path, recovering, migrations);
    if (unread === null) {
      removeDatabase(recovering);
      if (backup !== null) renameSync(restoring, recovering);
    }
    const tables = complete(recovering, backup === null ? null : restoring, unread, migrations, rebuild);
    return { readable: unread !== null, backup, tables, aside: putRecoveredInPlace(recovering, path) };
  } finally {
    removeDatabase(recovering);
    removeDatabase(restoring);
  }
}

/** Copies the newest backup that is whole, and brings the copy up to date. */
function takeNewestIntact(path: string, to: string, migrations: readonly Migration[]): Backup | null {
  for (const backup of listBackups(path)) {
    try {
      copyDatabase(backup.path, to);
      if (bringUpToDate(to, migrations)) return backup;
    } catch (error) {
      if (sqliteFault(error) !== 'damaged') throw error;
    }
    removeDatabase(to);
  }
  return null;
}

/** `false` where it is damaged, or of a newer workbench. */
function bringUpToDate(path: string, migrations: readonly Migration[]): boolean {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    if (versionOf(database) > migrations.length) return false;
    runMigrations(database, migrations);
    return isIntact(database);
  } finally {
    database.close();
  }
}

function complete(
  path: string,
  backup: string | null,
  unread: ReadonlyMap<string, Unread> | null,
  migrations: readonly Migration[],
  rebuild: (database: DatabaseSync) => void,
): ReadonlyMap<string, RecoveredTable> {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
    runMigrations(database, migrations);
    const tables = unread === null ? asTheyAre(database) : restoreUnread(database, backup, unread);
    inTransaction(database, () => rebuild(database));
    if (!isIntact(database)) throw new StorageError('what could be read of it does not fit together', keepIt);
    database.exec('PRAGMA journal_mode = WAL');
    return tables;
  } finally {
    database.close();
  }
}

const keepIt = 'Keep the file as it is, and put a backup in its place.';

/** Whatever came after the backup is lost, and nobody can tell how much that was. */
function asTheyAre(database: DatabaseSync): ReadonlyMap<string, RecoveredTable> {
  return new Map(
    storedTables(database).map(({ name }) => {
      const rows = countOf(database, name);
      return [name, { rows, restored: rows, lost: null }];
    }),
  );
}
