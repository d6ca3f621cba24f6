import { Worker } from 'node:worker_threads';

/**
 * Copies a database that others go on writing to, as it is at one moment, and checks the copy: whole, and with the same
 * rows. All of it in a thread of its own, because a large history takes many seconds. Rejects with what SQLite throws.
 */
export async function backUpDatabase(from: string, to: string): Promise<void> {
  const worker = new Worker(program, { eval: true, workerData: { from, to } });
  const failure = await new Promise<Failure | null>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (failure !== null) throw Object.assign(new Error(failure.message), failure);
}

type Failure = { readonly message: string; readonly errcode: number | undefined };

/**
 * A text, because a bundle has no second file that a thread could start with. All pages go in one step: between two
 * steps a write of another program would start the copy anew.
 */
const program = `
const { parentPort, workerData: { from, to } } = require('node:worker_threads');
const { backup, DatabaseSync } = require('node:sqlite');

const tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name";
const census = (database) =>
  JSON.stringify(database.prepare(tables).all().map(({ name }) =>
    [name, database.prepare('SELECT count(*) AS n FROM "' + name.replaceAll('"', '""') + '"').get().n]));

async function copy() {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  let before = '';
  try {
    source.exec('BEGIN');
    before = census(source);
    await backup(source, to, { rate: 0x7fffffff });
  } finally {
    source.close();
  }
  const target = new DatabaseSync(to);
  try {
    // One file, without a log beside it, so that it can be moved and copied as it is.
    target.exec('PRAGMA journal_mode = DELETE');
    const [check] = target.prepare('PRAGMA quick_check(1)').all();
    if (Object.values(check)[0] !== 'ok' || census(target) !== before) throw new Error('the copy is not what the history is');
  } finally {
    target.close();
  }
}

copy().then(
  () => parentPort.postMessage(null),
  ({ message, errcode }) => parentPort.postMessage({ message, errcode }),
);
`;
