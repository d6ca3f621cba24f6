import { DatabaseSync } from 'node:sqlite';

import { sqliteFault } from './sqlite-fault.ts';

/**
 * Takes a lock that lasts until it is given back or the program ends: the operating system's, through an empty
 * database. Gives what gives it back; `null` where another holder has it. Throws what SQLite throws.
 */
export function takeLock(path: string): (() => void) | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    if (sqliteFault(error) === 'busy') return null;
    throw error;
  }
}
