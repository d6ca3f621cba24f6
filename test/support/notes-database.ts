import type { Migration } from '../../electron/adapters/open-database.ts';
import type { RecoveryWords } from '../../electron/adapters/recovery-problem.ts';

/** Schemas of a small database, one version after the other; the third is made by a function. */
export const notesMigrations: readonly Migration[] = [
  'CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT',
  `CREATE TABLE mark (note_id INTEGER NOT NULL REFERENCES note (id), position INTEGER NOT NULL, word TEXT NOT NULL,
     PRIMARY KEY (note_id, position)) STRICT, WITHOUT ROWID;
   CREATE INDEX mark_by_word ON mark (word, note_id)`,
  (database) => {
    database.exec("ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'");
    const update = database.prepare('UPDATE note SET colour = ? WHERE id = ?');
    for (const { id } of database.prepare('SELECT id FROM note').all())
      update.run(`colour ${String(id)}`, id ?? 0);
  },
];

export const notesWords: RecoveryWords = {
  name: 'The box of notes',
  table: 'note',
  rows: 'notes',
  loss: { message: 'Something may be forgotten.', remedy: 'Remember it.' },
};
