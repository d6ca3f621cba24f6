import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { stringify } from 'csv-stringify/sync';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { createSqliteTableStore } from '../../../../electron/adapters/tables/sqlite-table-store.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { TableDescription } from '../../../../shared/model/table.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';

type Store = ReturnType<typeof createSqliteTableStore>;

function openStore(): Store {
  const store = createSqliteTableStore(temporaryDirectory());
  onTestFinished(() => store.close());
  return store;
}

async function addText(
  text: string | Uint8Array,
  { separator = null, store = openStore() }: { separator?: string | null; store?: Store } = {},
): Promise<Result<TableDescription, Problem>> {
  const path = join(temporaryDirectory(), 'orders.csv');
  writeFileSync(path, text);
  return store.addFile(path, { separator });
}

async function described(
  text: string | Uint8Array,
  separator: string | null = null,
): Promise<TableDescription> {
  const added = await addText(text, { separator });
  if (!added.ok) throw new Error(added.error.message);
  return added.value;
}

async function refusal(text: string | Uint8Array): Promise<string> {
  const store = openStore();
  const added = await addText(text, { store });
  return added.ok ? 'it was taken' : `${added.error.message} ${added.error.remedy}`;
}

const cellsOf = ({ sample }: TableDescription): readonly (readonly string[])[] =>
  sample.map(({ cells }) => cells);

describe('a data file in CSV', () => {
  it('keeps every cell as the text it was', async () => {
    const table = await described('id,amount,order\n403993715529606983,0.10,00123\n 1 ,1e5,-0\n');
    expect(table).toMatchObject({ name: 'orders.csv', format: 'csv', separator: ',', rows: 2 });
    expect(table.columns).toEqual(['id', 'amount', 'order']);
    expect(cellsOf(table)).toEqual([
      ['403993715529606983', '0.10', '00123'],
      [' 1 ', '1e5', '-0'],
    ]);
  });

  it('is named by the hash of its bytes', async () => {
    const text = '\uFEFFid\nü\n';
    expect((await described(text)).hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each([',', ';', '\t', '|'])(
    'with the separator %j is read, and the guess is told',
    async (separator) => {
      const text = `a${separator}b\n"1,5;x"${separator}2\n`;
      const table = await described(text);
      expect(table).toMatchObject({ separator, columns: ['a', 'b'] });
      expect(cellsOf(table)).toEqual([['1,5;x', '2']]);
      expect(table.remarks.join()).toContain('The separator was guessed');
      expect((await described(text, separator)).remarks).toEqual([]);
    },
  );

  it('with a byte-order mark, CRLF, blank lines and spaces around names is read, and told', async () => {
    const table = await described('\uFEFFid, amount\r\n1,2\r\n\r\n3,4');
    expect(table.columns).toEqual(['id', 'amount']);
    expect(cellsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(table.remarks).toEqual([
      'A byte-order mark at the start was passed over.',
      'The separator was guessed from the first lines: the comma.',
      'Spaces around column names were left out: "amount".',
      'Blank lines were passed over: 1.',
    ]);
  });

  it.each([
    [
      'a missing cell',
      'id,amount\n1,2\n3\n',
      'orders.csv, line 3, column 2: there is one cell for 2 columns; "amount" is the first that is missing.',
    ],
    [
      'a surplus cell',
      'id,amount\n"1\n1",2\n\n3,4,5\n',
      'orders.csv, line 5, column 3: there are 3 cells for 2 columns; the cell after "amount" is one too many.',
    ],
    [
      'a name that stands twice',
      'id,amount,id\n1,2,3\n',
      'orders.csv, line 1, column 3: the column name "id" stands there a second time; column 1 has it already.',
    ],
    ['a column without a name', 'id,,x\n1,2,3\n', 'orders.csv, line 1, column 2: the column has no name.'],
    ['no rows', 'id,amount\n', 'orders.csv: it has no rows.'],
    ['nothing in it', '', 'orders.csv: it is empty.'],
    [
      'an open quote',
      'id,amount\n1,2\n3,"4\n5,6\n',
      'orders.csv, line 3, column 2: a quote is opened and never closed.',
    ],
    [
      'a quote inside a cell',
      'id,amount\n1,5" x\n',
      'orders.csv, line 2, column 2: a quote stands in the middle of a cell',
    ],
    [
      'text after a quote',
      'id,amount\n1,"5"x\n',
      'orders.csv, line 2, column 2: there is more text after the closing quote',
    ],
  ])('with %s is refused in one sentence that says where', async (_what, text, sentence) => {
    expect(await refusal(text)).toContain(sentence);
  });

  it.each([
    ['UTF-16', Buffer.from('\uFEFFid,amount\n1,2\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('id,amount\n1,2\n', 'utf16le')],
    ['Windows-1252', Buffer.from('id\nf\u00fcr\n', 'latin1')],
  ])('in %s is refused', async (_what, bytes) => {
    expect(await refusal(bytes)).toContain('it is not text in UTF-8');
  });

  it('that is not there, or is a folder, is refused', async () => {
    const store = openStore();
    const folder = temporaryDirectory();
    for (const path of [join(folder, 'none.csv'), folder]) {
      const added = await store.addFile(path, { separator: null });
      expect(added.ok ? null : added.error.message).toMatch(/^The data file cannot be read/);
    }
  });

  it('that changes while it is read is refused, and nothing of it stays', async () => {
    const path = join(temporaryDirectory(), 'orders.csv');
    writeFileSync(path, `id\n${'order-00001\n'.repeat(200_000)}`);
    const data = temporaryDirectory();
    const store = createSqliteTableStore(data);
    onTestFinished(() => store.close());
    const adding = store.addFile(path, { separator: ',' });
    await expect.poll(() => countRows(data), { interval: 5 }).toBeGreaterThan(0);
    appendFileSync(path, '2\n');
    const added = await adding;
    expect(countRows(data)).toBe(0);
    expect(added.ok ? null : added.error).toMatchObject({
      code: 'bad-table',
      message: 'orders.csv: it changed while it was read.',
    });
  });

  it('is the same whether it comes from the disk or in parts, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfText, fc.integer({ min: 1, max: 7 }), async (rows, length) => {
        const store = openOnce();
        const text = stringify([...rows], { quoted_empty: true, quoted_match: /[\r\uFEFF]/ });
        const id = randomUUID();
        let last: Result<TableDescription | null, Problem> | null = null;
        for (let from = 0; from < text.length; from += length) {
          const part = { text: text.slice(from, from + length), last: from + length >= text.length };
          last = await store.addPart({ id, name: 'x.csv', ...part, options: { separator: ',' } });
        }
        expect(last).toMatchObject({ ok: true, value: { rows: rows.length - 1 } });
        expect(allCells(store, id)).toEqual(rows.slice(1));
      }),
      { numRuns: 40 },
    );
  });

  it('gives back every cell byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfText, fc.constantFrom(',', ';', '\t', '|'), async (rows, separator) => {
        const store = openOnce();
        const text = stringify([...rows], {
          delimiter: separator,
          quoted_empty: true,
          quoted_match: /[\r\uFEFF]/,
        });
        const added = await addText(text, { separator, store });
        if (!added.ok) throw new Error(added.error.message);
        expect(allCells(store, added.value.id)).toEqual(rows.slice(1));
      }),
      { numRuns: 100 },
    );
  });
});

function countRows(data: string): number {
  if (!existsSync(join(data, 'tables.db'))) return 0;
  const database = new DatabaseSync(join(data, 'tables.db'), { readOnly: true, timeout: 5000 });
  try {
    return Number(database.prepare('SELECT count(*) AS n FROM data_row').get()?.['n']);
  } catch {
    return 0;
  } finally {
    database.close();
  }
}

const cell = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '|', ' ', '0', '.', '\u{1F600}', '\uFEFF'),
    }),
    fc.constantFrom('0.10', '00123', '403993715529606983', '1e400', ''),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed());

/** The column names, then rows as long as they are. */
const rowsOfText = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc
      .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 })
      .map((rows) => [Array.from({ length: columns }, (_, index) => `c${index}`), ...rows]),
  );

let shared: Store | null = null;

/** One store for all runs of a property. */
function openOnce(): Store {
  return (shared ??= createSqliteTableStore(temporaryDirectory()));
}

function allCells(store: Store, id: string): readonly (readonly string[])[] {
  const page = store.read(id, { after: 0, limit: 500 });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.rows.map(({ cells }) => cells);
}

describe('a data file in JSON', () => {
  it('keeps numbers as they are written, and nested values as JSON text', async () => {
    const table = await described(
      '[{"id": 403993715529606983, "amount": 0.10, "note": "a\\u0041"},\n {"id": "00123", "more": [1, 2.50], "amount": null, "paid": true}]',
    );
    expect(table).toMatchObject({ format: 'json', separator: null, rows: 2 });
    expect(table.columns).toEqual(['id', 'amount', 'note', 'more', 'paid']);
    expect(cellsOf(table)).toEqual([
      ['403993715529606983', '0.10', 'aA', '', ''],
      ['00123', '', '', '[1, 2.50]', 'true'],
    ]);
    expect(table.remarks).toEqual([
      'Not every row has all members; cells of missing ones are empty.',
      'Values of "more" are no plain values; they were taken as JSON text.',
    ]);
  });

  it('reads a member whose name stands between spaces, in every row', async () => {
    const table = await described('[{" id": "1", "amount ": 2.50},\n {"id": "3", " amount": 4}]');
    expect(table.columns).toEqual(['id', 'amount']);
    expect(cellsOf(table)).toEqual([
      ['1', '2.50'],
      ['3', '4'],
    ]);
    expect(table.remarks).toEqual(['Spaces around the names of members were left out.']);
    expect(await refusal('[{"a": 1, " a": 2}]')).toContain('an object has the member "a" twice');
  });

  it.each([
    ['a broken object', '[{"a": 1},\n {"a": 01}]', 'orders.csv, line 2, column 9'],
    ['text after the array', '[{"a": 1}] x', 'orders.csv, line 1, column 12: nothing more is expected'],
    ['no array', '{"a": 1}', 'orders.csv, line 1, column 1: [ is expected'],
    ['an item that is no object', '[{"a": 1}, 2]', 'orders.csv, line 1, column 12: { is expected'],
    [
      'an end that is missing',
      '[{"a": 1},\n{"a": {',
      'orders.csv, line 2, column 1: an object is not closed',
    ],
    ['a member twice', '[{"a": 1, "a": 2}]', 'an object has the member "a" twice'],
    ['no rows', '[]', 'orders.csv: it has no rows'],
  ])('with %s is refused in one sentence that says where', async (_what, text, sentence) => {
    expect(await refusal(text)).toContain(sentence);
  });

  it('gives back every text and number', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.bigInt(),
    );
    const object = fc.record({ a: value, b: value });
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 10 }), async (objects) => {
        const store = openOnce();
        const text = objects.map(
          ({ a, b }) =>
            `{"a":${typeof a === 'bigint' ? a : JSON.stringify(a)},\n"b":${typeof b === 'bigint' ? b : JSON.stringify(b)}}`,
        );
        const added = await addText(`[${text.join(',')}]`, { store });
        if (!added.ok) throw new Error(added.error.message);
        expect(allCells(store, added.value.id)).toEqual(objects.map(({ a, b }) => [String(a), String(b)]));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a table', () => {
  it('is read in pages and by row', async () => {
    const store = openStore();
    const added = await addText(`n\n${Array.from({ length: 25 }, (_, index) => index + 1).join('\n')}`, {
      store,
    });
    if (!added.ok) throw new Error(added.error.message);
    const { id } = added.value;
    expect(added.value.sample).toHaveLength(10);
    const first = store.read(id, { after: 0, limit: 10 });
    expect(first).toMatchObject({ ok: true, value: { next: 10 } });
    expect(store.read(id, { after: 20, limit: 10 })).toMatchObject({ ok: true, value: { next: null } });
    expect(store.row(id, 25)).toEqual({ ok: true, value: { number: 25, cells: ['25'] } });
    expect(store.row(id, 26)).toEqual({ ok: true, value: null });
  });

  it('stays while a run holds it, and goes when the last one lets go', async () => {
    const store = openStore();
    const added = await addText('n\n1\n', { store });
    if (!added.ok) throw new Error(added.error.message);
    const { id } = added.value;
    store.hold(id, 'run 1');
    store.hold(id, 'run 2');
    store.release(id);
    store.letGo(id, 'run 1');
    expect(store.describe(id)).toMatchObject({ ok: true, value: { rows: 1 } });
    store.letGo(id, 'run 2');
    expect(store.describe(id)).toMatchObject({ ok: false, error: { code: 'bad-table' } });
  });

  it('whose id is taken is refused', async () => {
    const store = openStore();
    const part = { id: 'x', name: 'a.csv', text: 'a\n1\n', last: true, options: { separator: null } };
    expect(await store.addPart(part)).toMatchObject({ ok: true });
    expect(await store.addPart(part)).toMatchObject({ ok: false, error: { code: 'bad-table' } });
  });
});
