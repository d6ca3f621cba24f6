import { createLazyDatabase } from '../../electron/adapters/lazy-database.ts';
import { countOf } from '../../electron/adapters/database-tables.ts';
import { notesMigrations, notesWords } from './notes-database.ts';

// A program of its own: brings the notes of a path up to date, or mends them, and says how many there are.
const [path = '', known = '3'] = process.argv.slice(2);
const notes = createLazyDatabase(path, notesMigrations.slice(0, Number(known)), { recovery: notesWords });
const counted = notes.attempt('The notes cannot be read', (database) => countOf(database, 'note'));
notes.close();
process.stdout.write(`${counted.ok ? counted.value : counted.error.message}\n`);
