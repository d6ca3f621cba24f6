// Loaded before a program: kills it, as a power cut would, before one of its steps, counted from 1. Steps are whatever
// changes files: names, flushes, and what goes to SQLite.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

const last = Number(process.env['KILL_AT_STEP']);
let step = 0;

function countCalls(owner, name, counts = () => true) {
  const { value: method } = Object.getOwnPropertyDescriptor(owner, name);
  owner[name] = function (...values) {
    if (counts(this, values)) step += 1;
    if (step === last) process.kill(process.pid, 'SIGKILL');
    return Reflect.apply(method, this, values);
  };
}

for (const name of ['renameSync', 'linkSync', 'fsyncSync']) countCalls(fs, name);
countCalls(DatabaseSync.prototype, 'exec', (_database, [sql]) => /^(?:COMMIT|PRAGMA journal_mode)/.test(sql));
countCalls(DatabaseSync.prototype, 'close');
countCalls(StatementSync.prototype, 'run', ({ sourceSQL }) => sourceSQL.startsWith('VACUUM'));
syncBuiltinESMExports();
