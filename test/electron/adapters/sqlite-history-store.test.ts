import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSqliteHistoryStore } from '../../../electron/adapters/sqlite-history-store.ts';
import { noAnnotation } from '../../../shared/model/annotation.ts';
import { everything } from '../../../shared/model/history-query.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { HistoryStore } from '../../../shared/ports/history-store.ts';
import { exactBody, settledExchange, startedExchange } from '../../support/some-exchange.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

function openStore(folder = temporaryDirectory()): HistoryStore {
  return createSqliteHistoryStore(folder);
}

/** The value of a result that has to be one. */
function valueOf<Value>(result: Result<Value, Problem | readonly Problem[]>): Value {
  if (!result.ok) throw new Error(messageOf(result));
  return result.value;
}

function messageOf(result: Result<unknown, Problem | readonly Problem[]>): string {
  if (result.ok) throw new Error('It did not fail');
  return [result.error]
    .flat()
    .map(({ message }) => message)
    .join(' ');
}

function recordMany(store: HistoryStore, count: number): readonly string[] {
  return Array.from({ length: count }, () => valueOf(store.begin(startedExchange(), null)));
}

describe('a record', () => {
  it('of an earlier workbench, which knew no dynamic variables, is read as one without', () => {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    const { generated: _none, ...older } = startedExchange();
    const id = valueOf(store.begin(startedExchange(), null));
    store.close();
    const database = new DatabaseSync(join(folder, 'history.db'));
    database.prepare('UPDATE exchange SET content = NULL, exchange = ?').run(JSON.stringify(older));
    database.close();
    expect(valueOf(openStore(folder).get(id))?.exchange).toEqual({ ...older, id, generated: [] });
  });

  it('is there as soon as it was begun, and says that the outcome is unknown', () => {
    const folder = temporaryDirectory();
    const id = valueOf(openStore(folder).begin(startedExchange(), null));
    // Another program, after the first was killed.
    const store = openStore(folder);
    expect(valueOf(store.get(id))?.exchange).toEqual({ ...startedExchange(), id });
    expect(valueOf(store.search(everything, { limit: 10, before: null }))).toEqual([
      {
        id,
        startedAt: '2026-01-31T12:00:00.000Z',
        api: 'payu',
        template: 'refund',
        environmentName: 'Staging',
        environmentClass: 'test',
        method: 'POST',
        url: 'http://127.0.0.1:9/partner/refunds',
        status: null,
        verdict: 'unknown',
        code: null,
        headline: 'Outcome unknown: the answer was never recorded',
        duration: null,
        refund: null,
        annotation: noAnnotation,
      },
    ]);
  });

  it('shows what became of it once it is settled', () => {
    const store = openStore();
    const id = valueOf(store.begin(startedExchange(), null));
    expect(store.settle(settledExchange(id), [])).toEqual({ ok: true, value: null });
    expect(valueOf(store.get(id))?.exchange).toEqual(settledExchange(id));
    expect(valueOf(store.search(everything, { limit: 10, before: null }))[0]).toMatchObject({
      id,
      status: 400,
      verdict: 'refused',
      headline: 'Refused: invented',
      duration: 3.5,
    });
    expect(valueOf(store.count())).toBe(1);
  });

  it('of a login that was refused shows the login', () => {
    const store = openStore();
    const { main } = settledExchange('1');
    if (main === null) throw new Error('There is a main step');
    const login = { ...main, request: { ...main.request, method: 'GET', url: 'http://127.0.0.1:9/login' } };
    const id = valueOf(store.begin(startedExchange({ main: null, login: [login] }), null));
    expect(valueOf(store.search(everything, { limit: 1, before: null }))[0]).toMatchObject({
      id,
      method: 'GET',
      url: 'http://127.0.0.1:9/login',
      status: 400,
    });
  });

  it('keeps every number in a body as it was written', () => {
    const store = openStore();
    const id = valueOf(store.begin(startedExchange(), null));
    store.settle(settledExchange(id), []);
    const main = valueOf(store.get(id))?.exchange.main;
    expect(main?.request.body).toBe(exactBody);
    expect(main?.outcome?.kind === 'response' ? main.outcome.body.text : null).toBe(exactBody);
  });

  it('keeps any text of a body', () => {
    const store = openStore();
    const id = valueOf(store.begin(startedExchange(), null));
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      store.settle(settledExchange(id, text), []);
      const outcome = valueOf(store.get(id))?.exchange.main?.outcome;
      expect(outcome?.kind === 'response' ? outcome.body.text : null).toBe(text);
    });
    fc.assert(property, { seed: 4417, numRuns: 200 });
  });
});

describe('the list', () => {
  it('goes newest first, page by page, without a gap or a double', () => {
    const store = openStore();
    const ids = recordMany(store, 7);
    const pages: string[][] = [];
    for (let before: string | null = null; ; before = pages.at(-1)?.at(-1) ?? null) {
      const page = valueOf(store.search(everything, { limit: 3, before })).map(({ id }) => id);
      if (page.length === 0) break;
      pages.push(page);
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(ids.toReversed());
  });

  it('does not shift while new records come', () => {
    const store = openStore();
    const ids = recordMany(store, 4);
    const [newest] = valueOf(store.search(everything, { limit: 2, before: null })).toReversed();
    recordMany(store, 2);
    const rest = valueOf(store.search(everything, { limit: 10, before: newest?.id ?? null })).map(
      ({ id }) => id,
    );
    expect(rest).toEqual(ids.slice(0, 2).toReversed());
  });

  it('is empty where nothing was sent, and after the last', () => {
    const store = openStore();
    expect(valueOf(store.search(everything, { limit: 10, before: null }))).toEqual([]);
    const [id = ''] = recordMany(store, 1);
    expect(valueOf(store.search(everything, { limit: 10, before: id }))).toEqual([]);
    expect(valueOf(store.search(everything, { limit: 10, before: 'nonsense' }))).toEqual([]);
  });
});

it.each(['2', '0', '-1', '01x', '', '1.0', '1e0', ' 1', '9'.repeat(30), "1' OR '1"])(
  'the unknown id %j finds nothing',
  (id) => {
    const store = openStore();
    recordMany(store, 1);
    expect(store.get(id)).toEqual({ ok: true, value: null });
  },
);

it('two stores on one file write at once and see each other', () => {
  const folder = temporaryDirectory();
  const [left, right] = [openStore(folder), openStore(folder)];
  const ids = Array.from({ length: 20 }, (_, index) =>
    valueOf((index % 2 === 0 ? left : right).begin(startedExchange(), null)),
  );
  expect(new Set(ids).size).toBe(20);
  right.settle(settledExchange(ids[0] ?? ''), []);
  expect(valueOf(left.get(ids[0] ?? ''))?.exchange.explanation?.verdict).toBe('refused');
  expect(valueOf(left.count())).toBe(20);
});

describe('a file that cannot be used', () => {
  it('of a newer workbench is read, and refuses every send before it leaves', () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'history.db');
    const store = createSqliteHistoryStore(folder);
    recordMany(store, 1);
    store.close();
    const raw = new DatabaseSync(path);
    raw.exec('PRAGMA user_version = 9');
    const later = openStore(folder);
    const newer = 'it was written by a newer workbench (version 9; this one knows 3)';
    expect(valueOf(later.count())).toBe(1);
    expect(valueOf(later.get('1'))?.exchange).toEqual({ ...startedExchange(), id: '1' });
    for (const refused of [
      later.begin(startedExchange(), null),
      later.settle(settledExchange('1'), []),
      later.annotate('1', noAnnotation),
    ]) {
      expect(messageOf(refused)).toContain(`(${path}): ${newer}, so it is only read here.`);
    }
    raw.exec('ALTER TABLE exchange RENAME TO sent');
    expect(messageOf(later.get('1'))).toBe(
      `The history cannot be read (${path}): ${newer}, and this one cannot read that.`,
    );
    expect(raw.prepare('SELECT count(*) AS n FROM sent').get()?.['n']).toBe(1);
    raw.close();
  });

  it('that is no database any more is kept, and the first send is stopped to say so', () => {
    const folder = temporaryDirectory();
    const path = join(folder, 'history.db');
    const text = 'this was a database once\n'.repeat(200);
    writeFileSync(path, text);
    const told: Problem[] = [];
    const store = createSqliteHistoryStore(folder, { tell: (problem) => told.push(problem) });
    expect(store.begin(startedExchange(), null)).toEqual({
      ok: false,
      error: [
        {
          code: 'storage',
          message: `The send cannot be recorded, so nothing was sent (${path}): the file was damaged, and not every earlier refund may be known any more.`,
          remedy: 'Look at the provider whether it was refunded before, then send again.',
        },
      ],
    });
    expect(told).toEqual([
      {
        code: 'storage',
        message: `The history was damaged (${path}). Nothing of it could be read and there is no backup, so it starts empty. The damaged file is kept as ${path}.damaged-1. The guard against refunding twice may not know every earlier refund.`,
        remedy: 'Before you refund, look at the provider whether it was refunded before.',
      },
    ]);
    expect(readFileSync(`${path}.damaged-1`, 'utf8')).toBe(text);
    expect(valueOf(store.count())).toBe(0);
    expect(valueOf(store.begin(startedExchange(), null))).toBe('1');
    store.close();
  });

  it('that lost the row of a send under way keeps its outcome all the same', () => {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    const [lost = '', newest = ''] = [1, 2].map(() => valueOf(store.begin(startedExchange(), null)));
    const raw = new DatabaseSync(join(folder, 'history.db'), { enableForeignKeyConstraints: false });
    raw.prepare('DELETE FROM exchange WHERE id = ?').run(Number(lost));
    raw.close();
    expect(valueOf(store.settle(settledExchange(lost), []))).toBeNull();
    expect(valueOf(store.get(lost))?.exchange).toEqual(settledExchange(lost));
    const found = valueOf(store.search(everything, { limit: 10, before: null }));
    expect(found.map(({ id }) => id)).toEqual([newest, lost]);
    expect(valueOf(store.count())).toBe(2);
    store.close();
  });

  it('that lost an exchange still knows its refunds', () => {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    const refund = {
      fingerprint: 'f',
      api: 'payu',
      target: 't',
      transaction: '403993715529606983',
      amount: '1.00',
      refundId: null,
    };
    const claim = { refunds: [refund], guard: () => [] };
    const [lost = '', newest = ''] = [1, 2].map(() => valueOf(store.begin(startedExchange(), claim)));
    const raw = new DatabaseSync(join(folder, 'history.db'), { enableForeignKeyConstraints: false });
    raw.prepare('DELETE FROM exchange WHERE id = ?').run(Number(lost));
    const earlier = valueOf(store.earlier(['f']));
    expect(earlier.map(({ exchangeId }) => exchangeId)).toEqual([newest, lost]);
    // Sent before the next one, so not later than that.
    expect(earlier.map(({ startedAt }) => startedAt)).toEqual(Array(2).fill(startedExchange().startedAt));
    raw.exec('DELETE FROM exchange');
    raw.close();
    expect(valueOf(store.earlier(['f'])).map(({ startedAt }) => startedAt)).toEqual(['', '']);
    store.close();
  });

  it('that is a folder is refused with a sentence', () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'history.db'));
    expect(messageOf(openStore(folder).begin(startedExchange(), null))).toContain(
      'it cannot be opened or created',
    );
  });

  it('with one damaged record tells of that record and reads the others', () => {
    const folder = temporaryDirectory();
    const store = openStore(folder);
    const [first = '', second = ''] = recordMany(store, 2);
    const raw = new DatabaseSync(join(folder, 'history.db'));
    raw.prepare('UPDATE exchange SET content = NULL, exchange = ? WHERE id = ?').run('{"half', Number(first));
    raw.close();
    expect(messageOf(store.get(first))).toContain('The history cannot be read');
    expect(valueOf(store.get(second))?.exchange.id).toBe(second);
    expect(valueOf(store.search(everything, { limit: 10, before: null }))).toHaveLength(2);
  });

  it('is tried again at the next call, so that moving it aside is enough', () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'history.db'));
    const store = openStore(folder);
    expect(store.count().ok).toBe(false);
    rmdirSync(join(folder, 'history.db'));
    expect(valueOf(store.count())).toBe(0);
  });
});
