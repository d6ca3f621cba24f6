import { DatabaseSync } from 'node:sqlite';

import type { TextMemory } from '../../../shared/ports/batch-store.ts';

/** A database without a name lies in a file of its own that the operating system removes; what is used stays in memory. */
const unnamed = '';

/** Texts on the disk, so that a million of them take no more memory than a thousand. Forgotten when it is closed. */
export function createTextMemory(): TextMemory {
  const database = new DatabaseSync(unnamed);
  database.exec(
    'PRAGMA synchronous = OFF; CREATE TABLE text (value TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID; BEGIN',
  );
  const insert = database.prepare('INSERT OR IGNORE INTO text (value, number) VALUES (?, ?)');
  const select = database.prepare('SELECT number FROM text WHERE value = ?');
  return {
    firstRow: (text, row) =>
      insert.run(text, row).changes === 0 ? Number(select.get(text)?.['number']) : null,
    close: () => database.close(),
  };
}
