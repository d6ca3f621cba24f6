import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';

import { exchangeTable } from '../../../../electron/adapters/history/exchange-table.ts';
import { refundTable } from '../../../../electron/adapters/refund-table.ts';
import { createSqliteHistoryStore } from '../../../../electron/adapters/sqlite-history-store.ts';
import { noAnnotation } from '../../../../shared/model/annotation.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import { everything, type HistoryQuery } from '../../../../shared/model/history-query.ts';
import type { JournalRefund } from '../../../../shared/model/journal.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import type { RefundState } from '../../../../shared/model/refund.ts';
import type { HistoryStore } from '../../../../shared/ports/history-store.ts';
import { settledExchange, startedExchange } from '../../../support/some-exchange.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

const refund: JournalRefund = {
  transaction: 'T-100',
  amount: '1.00',
  refundId: 'R-1',
  fingerprint: 'f1',
  api: 'payu',
  target: 'http://127.0.0.1:9',
};
const now = '2026-11-21T12:00:00.000Z';

function send(
  store: HistoryStore,
  {
    body = '{}',
    state = null,
    startedAt = '2026-01-31T12:00:00.000Z',
  }: { body?: string; state?: RefundState | null; startedAt?: string },
): string {
  const claim = state === null ? null : { refunds: [refund], guard: () => [] };
  const id = valueOf(store.begin(startedExchange({ startedAt }), claim));
  valueOf(store.settle({ ...settledExchange(id, body), startedAt }, state === null ? [] : [state]));
  return id;
}

function found(store: HistoryStore, query: Partial<HistoryQuery> = {}): readonly string[] {
  return valueOf(store.search({ ...everything, ...query }, { limit: 500, before: null })).map(({ id }) => id);
}

function sweepAll(store: HistoryStore): number {
  for (let removed = 0; ;) {
    const swept = valueOf(store.sweep(now));
    removed += swept.removed;
    if (!swept.again) return removed;
  }
}

function rows(folder: string, sql: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(join(folder, 'history.db'));
  const all = database.prepare(sql).all();
  database.close();
  return all;
}

describe('long bodies', () => {
  const long = `{"text": "${'Grüße 返金 '.repeat(2000)}"}`;

  it('stand once, compressed, whoever uses them, and go with the last one', () => {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    const ids = [send(store, { body: long }), send(store, { body: long })];
    for (const id of ids) expect(valueOf(store.get(id))?.exchange).toEqual(settledExchange(id, long));
    const [body, ...others] = rows(folder, 'SELECT size, length(bytes) AS packed FROM body');
    expect(others).toEqual([]);
    expect(body).toMatchObject({ size: Buffer.byteLength(long) });
    expect(Number(body?.['packed'])).toBeLessThan(1000);
    valueOf(store.settle(settledExchange(ids[0] ?? '', 'short'), []));
    expect(rows(folder, 'SELECT id FROM body')).toHaveLength(1);
    valueOf(store.settle(settledExchange(ids[1] ?? '', 'short'), []));
    expect(rows(folder, 'SELECT id FROM body')).toEqual([]);
  });

  it.each([
    ['half a surrogate pair', `\ud800${'x'.repeat(5000)}\udc00`],
    ['what poses as a reference', `{"$body":"${'0'.repeat(64)}"}`],
    ['a long text that poses as one', `{"$body":"${'0'.repeat(6000)}"}`],
    [
      'every control character',
      `${String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code))}${' '.repeat(5000)}`,
    ],
  ])('with %s come back as they were', (_what, body) => {
    const store = createSqliteHistoryStore(temporaryDirectory());
    const id = send(store, { body });
    expect(valueOf(store.get(id))?.exchange).toEqual(settledExchange(id, body));
  });

  it('of 64 MB come back as they were', () => {
    const store = createSqliteHistoryStore(temporaryDirectory());
    const body = '0123456789abcde\n'.repeat(4_194_304);
    const id = send(store, { body });
    const outcome = valueOf(store.get(id))?.exchange.main?.outcome;
    expect(outcome?.kind === 'response' && outcome.body.text === body).toBe(true);
  });
});

describe('the retention', () => {
  it('keeps everything until it is set', () => {
    const store = createSqliteHistoryStore(temporaryDirectory());
    send(store, { startedAt: '2001-01-01T00:00:00.000Z' });
    expect(sweepAll(store)).toBe(0);
    expect(valueOf(store.describe())).toMatchObject({
      exchanges: 1,
      oldest: '2001-01-01T00:00:00.000Z',
      retention: { days: null, megabytes: null },
    });
  });

  it('by age removes what is older, never what is pinned or unresolved; a journal stays', () => {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    const old = send(store, { body: 'x'.repeat(5000) });
    const pinned = send(store, {});
    const unknown = send(store, { state: 'unknown' });
    const accepted = send(store, { state: 'accepted' });
    const young = send(store, { startedAt: now });
    // Sent after the young one, while the clock was set back.
    const setBack = send(store, {});
    valueOf(store.annotate(pinned, { ...noAnnotation, pinned: true }));
    valueOf(store.annotate(accepted, { ...noAnnotation, note: 'gone with it' }));
    valueOf(store.setRetention({ days: 30, megabytes: null }));
    expect(sweepAll(store)).toBe(3);
    expect(valueOf(store.sweptAt())).toBe(now);
    expect(found(store)).toEqual([young, unknown, pinned]);
    expect(found(store, { terms: ['invented'] })).toEqual([young, unknown, pinned]);
    expect(valueOf(store.count())).toBe(3);
    for (const id of [old, accepted, setBack]) expect(valueOf(store.get(id))).toBeNull();
    expect(valueOf(store.annotate(accepted, noAnnotation))).toBe(false);
    // The guard against double refunds still knows.
    const known = valueOf(store.earlier(['f1']));
    expect(known.map(({ exchangeId, state }) => [exchangeId, state])).toEqual([
      [accepted, 'accepted'],
      [unknown, 'unknown'],
    ]);
    expect(rows(folder, 'SELECT id FROM body')).toEqual([]);
    expect(rows(folder, 'SELECT id FROM exchange WHERE content IS NULL')).toHaveLength(1);
  });

  it('by size removes the oldest until it fits', () => {
    const store = createSqliteHistoryStore(temporaryDirectory());
    const noise = (seed: number): string =>
      Array.from({ length: 40 }, (_, index) => `w${seed * 7919 + index * 104_729}`).join(' ');
    const ids = Array.from({ length: 700 }, (_, index) => send(store, { body: noise(index) }));
    const before = valueOf(store.describe()).bytes;
    valueOf(store.setRetention({ days: null, megabytes: 1 }));
    expect(before).toBeGreaterThan(2_000_000);
    const removed = sweepAll(store);
    const left = found(store);
    expect(valueOf(store.describe()).bytes).toBeLessThanOrEqual(1_000_000);
    expect(left).toEqual(ids.slice(removed).toReversed());
    expect(left.length).toBeGreaterThan(0);
  });
});

it('a history of an earlier workbench is searchable as soon as it is opened', () => {
  const folder = temporaryDirectory();
  const old = new DatabaseSync(join(folder, 'history.db'));
  old.exec(`${exchangeTable}; ${refundTable}; PRAGMA user_version = 2`);
  const insert = old.prepare(
    `INSERT INTO exchange (started_at, api, environment_name, environment_class, method, url, verdict, headline, exchange)
      VALUES (?, 'payu', 'Staging', 'test', 'POST', '', 'refused', 'Refused: invented', ?)`,
  );
  const body = 'gefunden '.repeat(1000);
  for (const [time, text] of [
    ['2026-01-31T12:00:00.000Z', JSON.stringify(settledExchange('', body))],
    ['2026-01-30T12:00:00.000Z', '{"half'],
  ] as const)
    insert.run(time, text);
  old.exec(`INSERT INTO refund (exchange_id, position, fingerprint, api, target, transaction_id, amount, state)
    VALUES (1, 0, 'f1', 'payu', 'http://127.0.0.1:9', 'T-100', '5.0', 'accepted')`);
  old.close();
  const store = createSqliteHistoryStore(folder);
  expect(found(store)).toEqual(['2', '1']);
  expect(found(store, { terms: ['gefund'] })).toEqual(['1']);
  expect(found(store, { terms: ['10'], facets: { transaction: ['t-100'] } })).toEqual(['1']);
  expect(found(store, { amounts: [{ from: '5', to: '5', includesFrom: true, includesTo: true }] })).toEqual([
    '1',
  ]);
  expect(found(store, { before: '2026-01-31T00:00:00.000Z' })).toEqual(['2']);
  expect(valueOf(store.count())).toBe(2);
  expect(valueOf(store.get('1'))?.exchange.main).toEqual(settledExchange('1', body).main);
});

it('a timeline holds refunds of a transaction and calls that name it, at one target only, oldest first', () => {
  const store = createSqliteHistoryStore(temporaryDirectory());
  const refunded = send(store, { state: 'accepted' });
  const asking = (url: string, body: string | null): string => {
    const started = startedExchange();
    const main: Exchange['main'] =
      started.main === null ? null : { ...started.main, request: { ...started.main.request, url, body } };
    return valueOf(store.begin({ ...started, main }, null));
  };
  const named = asking('http://127.0.0.1:9/status/T-100?x=1', null);
  asking('http://127.0.0.1:9/status/T-1000', null);
  asking('http://127.0.0.1:8/status/T-100', null);
  const inBody = asking('http://127.0.0.1:9/status', '{"id": "T-100"}');
  const events = valueOf(store.timeline(refund, ['T-100']));
  expect(events.map(({ exchange, refunds }) => [exchange.id, refunds.length])).toEqual([
    [refunded, 1],
    [named, 0],
    [inBody, 0],
  ]);
  expect(valueOf(store.transactionsOf(refund, ['R-1', 'T-100', 'status']))).toEqual(['T-100']);
  expect(valueOf(store.transactionsOf({ ...refund, target: 'elsewhere' }, ['R-1', 'T-100']))).toEqual([]);
});

describe('a damaged history', () => {
  const pageSize = 4096;

  /** A history of 40 exchanges in one file, without a log beside it. */
  function madeHistory(): { readonly bytes: Buffer; readonly pages: number } {
    const folder = temporaryDirectory();
    const store = createSqliteHistoryStore(folder);
    for (let number = 0; number < 40; number += 1) send(store, { body: `{"n": "word${number}"}` });
    store.close();
    const bytes = readFileSync(join(folder, 'history.db'));
    return { bytes, pages: bytes.length / pageSize };
  }

  it(
    'is searched again after its recovery, and finds exactly what could be read',
    { timeout: 60_000 },
    () => {
      const { bytes, pages } = madeHistory();
      let recovered = 0;
      for (let page = 1; page < pages; page += 3) {
        const folder = temporaryDirectory();
        const damaged = Buffer.from(bytes);
        damaged.fill(0xff, page * pageSize, (page + 1) * pageSize);
        writeFileSync(join(folder, 'history.db'), damaged);
        const told: Problem[] = [];
        const store = createSqliteHistoryStore(folder, { tell: (problem) => told.push(problem) });
        // Whatever meets the damage first leads to the recovery; all of these have to be right afterwards.
        for (let number = 0; number < 40; number += 1) store.get(String(number + 1));
        found(store, { terms: ['word1'] });
        const readable = found(store).filter((id) => valueOf(store.get(id)) !== null);
        const expected = readable.filter((id) => `word${Number(id) - 1}`.startsWith('word1'));
        expect(found(store, { terms: ['word1'] }), `page ${page}`).toEqual(expected);
        if (told.length > 0) {
          recovered += 1;
          expect(valueOf(store.count()), `page ${page}`).toBe(readable.length);
        }
        store.close();
      }
      expect(recovered).toBeGreaterThan(3);
    },
  );
});
