import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream, type BigIntStats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import type { TableStore } from '../../../shared/ports/table-store.ts';
import { createLazyDatabase } from '../lazy-database.ts';
import { storageProblem } from '../storage-problem.ts';
import { type Cells, TableFault } from './row-reader.ts';
import { createTableReader, notText, type TableReader } from './table-reader.ts';
import {
  addRows,
  beginTable,
  completeTable,
  describeTable,
  dropHold,
  holdTable,
  readTable,
  removeTable,
  removeUnfinished,
  tableMigrations,
} from './table-rows.ts';

const unreadable = 'The data file cannot be read';
const storage = 'The store of data files cannot be used';

/** Characters that are read in one go. */
const sliceLength = 256 * 1024;

/** Milliseconds after which a file that was never read to its end is given up. */
const givenUpAfter = 24 * 60 * 60 * 1000;

/** Data files in `tables.db` of the data folder. The file is opened at its first use. */
export function createSqliteTableStore(dataDirectory: string): TableStore & { close(): void } {
  const lazy = createLazyDatabase(join(dataDirectory, 'tables.db'), tableMigrations);
  const underWay = new Map<string, Intake>();
  const attempt = <Value>(action: (database: DatabaseSync) => Value): Result<Value, Problem> =>
    lazy.attempt(storage, action);
  const begin = (id: string, name: string, separator: string | null): Result<Intake, Problem> => {
    const now = Date.now();
    const key = attempt((database) => {
      removeUnfinished(database, now - givenUpAfter);
      return beginTable(database, id, now);
    });
    if (!key.ok) return key;
    if (key.value === null) return fail(taken(id));
    return ok({
      id,
      key: key.value,
      name,
      reader: createTableReader(separator),
      hash: createHash('sha256'),
      rows: 0,
    });
  };
  /** Runs a step; where it fails nothing of the table stays. */
  const step = async <Value>(
    intake: Intake,
    action: () => Promise<Value>,
  ): Promise<Result<Value, Problem>> => {
    try {
      return ok(await action());
    } catch (error) {
      underWay.delete(intake.id);
      attempt((database) => removeTable(database, intake.id));
      return fail(problemOf(intake.name, error));
    }
  };
  const store = (intake: Intake, rows: readonly Cells[]): void => {
    lazy.use((database) => addRows(database, intake.key, intake.rows, rows));
    intake.rows += rows.length;
  };
  const feed = async (intake: Intake, text: string): Promise<void> => {
    for (let from = 0; from < text.length; from += sliceLength)
      store(intake, await intake.reader.feed(text.slice(from, from + sliceLength)));
  };
  const finish = async (intake: Intake): Promise<TableDescription> => {
    store(intake, await intake.reader.finish());
    if (intake.rows === 0) {
      throw new TableFault('it has no rows', 'Choose a file with at least one row under the column names.');
    }
    const { id, name, reader, rows, hash } = intake;
    const description = {
      ...{ id, name, ...reader.format(), columns: reader.columns(), rows },
      ...{ hash: hash.digest('hex'), remarks: reader.remarks() },
    };
    return lazy.use((database) => completeTable(database, intake.key, description));
  };
  return {
    addFile: async (path, { separator }) => {
      const intake = begin(randomUUID(), basename(path), separator);
      if (!intake.ok) return intake;
      return step(intake.value, () =>
        withUnchangedFile(path, async (file) => {
          for await (const text of textOf(file, intake.value.hash)) await feed(intake.value, text);
          return finish(intake.value);
        }),
      );
    },
    addPart: async ({ id, name, text, last, options }) => {
      const known = underWay.get(id);
      const begun = known === undefined ? begin(id, name, options.separator) : ok(known);
      if (!begun.ok) return begun;
      const intake = begun.value;
      underWay.set(id, intake);
      return step(intake, async () => {
        intake.hash.update(text);
        await feed(intake, text);
        if (!last) return null;
        underWay.delete(id);
        return finish(intake);
      });
    },
    describe: (id) =>
      orMissing(
        attempt((database) => describeTable(database, id)),
        id,
      ),
    read: (id, page) =>
      orMissing(
        attempt((database) => readTable(database, id, page)),
        id,
      ),
    row: (id, number) => {
      const page = orMissing(
        attempt((database) => readTable(database, id, { after: number - 1, limit: 1 })),
        id,
      );
      return page.ok ? ok(page.value.rows[0] ?? null) : page;
    },
    release: (id) => {
      underWay.delete(id);
      const removed = attempt((database) => removeTable(database, id));
      return removed.ok ? ok(null) : removed;
    },
    hold: (id, holder) =>
      attempt((database) => {
        holdTable(database, id, holder);
        return null;
      }),
    letGo: (id, holder) =>
      attempt((database) => {
        dropHold(database, id, holder);
        removeTable(database, id);
        return null;
      }),
    close: lazy.close,
  };
}

/** A file on its way in. */
type Intake = {
  readonly id: string;
  readonly key: number;
  readonly name: string;
  readonly reader: TableReader;
  /** Of the bytes so far. */
  readonly hash: Hash;
  rows: number;
};

/** Throws a `TableFault` where the file is another one afterwards. */
async function withUnchangedFile<Value>(
  path: string,
  action: (file: FileHandle) => Promise<Value>,
): Promise<Value> {
  const file = await open(path, 'r');
  try {
    const before = await file.stat({ bigint: true });
    if (before.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const value = await action(file);
    const after = await stat(path, { bigint: true });
    if (!isSame(before, after)) throw changed();
    return value;
  } finally {
    await file.close();
  }
}

function isSame(left: BigIntStats, right: BigIntStats): boolean {
  return (
    left.ino === right.ino &&
    left.dev === right.dev &&
    left.size === right.size &&
    left.mtimeNs === right.mtimeNs
  );
}

async function* textOf(file: FileHandle, hash: Hash): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const stream = createReadStream('', { fd: file, autoClose: false, highWaterMark: sliceLength });
  for await (const bytes of stream as AsyncIterable<Uint8Array>) {
    hash.update(bytes);
    yield decode(() => decoder.decode(bytes, { stream: true }));
  }
  yield decode(() => decoder.decode());
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw notText();
  }
}

function changed(): TableFault {
  return new TableFault('it changed while it was read', 'Wait until it is written, then choose it again.');
}

function problemOf(name: string, error: unknown): Problem {
  if (!(error instanceof TableFault)) return storageProblem(unreadable, name, error);
  const { line, column } = error.place ?? {};
  const words = [
    name,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return { code: 'bad-table', message: `${words.join(', ')}: ${error.message}.`, remedy: error.remedy };
}

function orMissing<Value>(result: Result<Value | null, Problem>, id: string): Result<Value, Problem> {
  if (!result.ok) return result;
  return result.value === null ? fail(missing(id)) : ok(result.value);
}

function missing(id: string): Problem {
  return {
    code: 'bad-table',
    message: `The data file with the id ${id} is no longer kept.`,
    remedy: 'Choose the file again.',
  };
}

function taken(id: string): Problem {
  return {
    code: 'bad-table',
    message: `A data file with the id ${id} was read already.`,
    remedy: 'Choose the file again.',
  };
}
