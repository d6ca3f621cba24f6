import { createSqliteRunStore } from '../../electron/adapters/runs/sqlite-run-store.ts';
import { newRun } from './some-run.ts';

/** A program of its own beside the test: begins a run in the data folder and goes on until it is killed. */
const store = createSqliteRunStore(process.argv[2] ?? '');
const begun = store.begin(newRun());
if (!begun.ok) throw new Error(begun.error.message);
process.stdout.write(`${begun.value}\n`);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
