import { describe, expect, it, onTestFinished } from 'vitest';

import { createSqliteBatchStore } from '../../../electron/adapters/sqlite-batch-store.ts';
import type { BatchStore, NewBatch, NewBatchRow } from '../../../shared/ports/batch-store.ts';
import { planOf } from '../../support/batch-of.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { valueOf } from '../../support/value-of.ts';

const batch: NewBatch = {
  startedAt: '2026-11-21T10:00:00.000Z',
  plan: planOf('t'),
  table: { name: 'table.csv', columns: ['id', 'amount'], rows: 3 },
  environment: { id: 'sandbox', name: 'Local sandbox', environmentClass: 'sandbox' },
  totals: [],
  target: 'sandbox',
};

function rowOf(row: number, amount: string | null, state: NewBatchRow['state'] = 'ready'): NewBatchRow {
  const fingerprint = state === 'ready' ? `f${row}` : null;
  const cells = [`0${row}`, amount ?? ''];
  return { row, cells, state, meaning: '', transaction: `0${row}`, amount, refundId: null, fingerprint };
}

function open(folder = temporaryDirectory()): BatchStore & { readonly folder: string; close: () => void } {
  const store = createSqliteBatchStore(folder);
  onTestFinished(store.close);
  return { ...store, folder };
}

function openBatch(store: BatchStore, rows: readonly NewBatchRow[]): string {
  const { id, release } = valueOf(store.draft());
  valueOf(store.addRows(id, rows));
  valueOf(store.open(id, batch));
  release();
  return id;
}

const settled = { code: '102', meaning: 'Queued', providerId: '9', exchangeId: '1', at: 'now' };

describe('the journal of a batch', () => {
  it('keeps cells as they are, and what became of each row', () => {
    const store = open();
    const id = openBatch(store, [rowOf(1, '0.10'), rowOf(2, null), rowOf(3, '1', 'invalid')]);
    valueOf(store.begin(id, [{ row: 1, known: ['7'], before: 'unknown' }]));
    expect(valueOf(store.journal({ id, after: 0, limit: 9, states: ['sending'] }))).toMatchObject([
      { row: 1, cells: ['01', '0.10'], known: ['7'], before: 'unknown', fingerprint: 'f1' },
    ]);
    valueOf(store.settle(id, [{ row: 1, state: 'pending', ...settled }]));
    expect(valueOf(store.rows({ id, after: 0, limit: 9, states: [] }))[0]).toEqual({
      row: 1,
      cells: ['01', '0.10'],
      state: 'pending',
      transaction: '01',
      amount: '0.10',
      refundId: null,
      ...settled,
    });
    expect(valueOf(store.get(id))?.counts).toMatchObject({ ready: 1, pending: 1, invalid: 1, sending: 0 });
  });

  it('is there for another program, to the last line', () => {
    const store = open();
    const id = openBatch(store, [rowOf(1, '1')]);
    valueOf(store.begin(id, [{ row: 1, known: [], before: 'not-sent' }]));
    const other = open(store.folder);
    expect(valueOf(other.get(id))).toMatchObject({ state: 'running', plan: batch.plan, target: 'sandbox' });
    expect(valueOf(other.journal({ id, after: 0, limit: 1, states: ['sending'] }))).toHaveLength(1);
  });

  it('pages rows of some states in order', () => {
    const store = open();
    const id = openBatch(
      store,
      Array.from({ length: 20 }, (_, index) => rowOf(index + 1, '1', index % 3 === 0 ? 'invalid' : 'ready')),
    );
    const page = (after: number): readonly number[] =>
      valueOf(store.rows({ id, after, limit: 5, states: ['invalid', 'ready'] })).map(({ row }) => row);
    expect(page(0)).toEqual([1, 2, 3, 4, 5]);
    expect(page(5)).toEqual([6, 7, 8, 9, 10]);
    expect(valueOf(store.rows({ id, after: 4, limit: 2, states: ['invalid'] })).map(({ row }) => row)).toEqual([
      7, 10,
    ]);
  });

  it('sums amounts exactly, however long they are', () => {
    const store = open();
    const id = openBatch(store, [rowOf(1, '90071992547409930.01'), rowOf(2, '0.1'), rowOf(3, null)]);
    expect(valueOf(store.sum(id, ['ready', 'invalid']))).toEqual({
      rows: 3,
      amount: '90071992547409930.11',
      withoutAmount: 1,
    });
  });
});

describe('a draft', () => {
  it('is seen by nobody, and is gone once its program is', () => {
    const store = open();
    const { id, release } = valueOf(store.draft());
    valueOf(store.addRows(id, [rowOf(1, '1')]));
    const other = open(store.folder);
    expect(valueOf(other.list({ limit: 9, before: null }))).toEqual([]);
    expect(valueOf(other.get(id))).toBeNull();
    const second = valueOf(other.draft());
    expect(valueOf(store.rows({ id, after: 0, limit: 9, states: [] }))).toHaveLength(1);
    second.release();
    release();
    valueOf(other.draft()).release();
    expect(valueOf(store.rows({ id, after: 0, limit: 9, states: [] }))).toEqual([]);
  });
});

describe('the lock of a batch', () => {
  it('has one holder among all programs, and each batch has its own', () => {
    const store = open();
    const other = open(store.folder);
    const [first, second] = [openBatch(store, []), openBatch(store, [])];
    const release = valueOf(store.lock(first));
    expect(release).not.toBeNull();
    expect(valueOf(other.lock(first))).toBeNull();
    expect(valueOf(store.lock(first))).toBeNull();
    valueOf(other.lock(second))?.();
    release?.();
    const again = valueOf(other.lock(first));
    expect(again).not.toBeNull();
    again?.();
  });
});

describe('the wish to stop', () => {
  it('reaches whoever runs it, and ends with the run', () => {
    const store = open();
    const id = openBatch(store, []);
    valueOf(open(store.folder).askToStop(id));
    expect(valueOf(store.isAskedToStop(id))).toBe(true);
    valueOf(store.setState(id, { state: 'stopped', reason: null, endedAt: 'now' }));
    expect(valueOf(store.isAskedToStop(id))).toBe(false);
  });
});

it('texts are found by the row they first stood in', () => {
  const memory = open().rememberTexts();
  expect([memory.firstRow('a', 1), memory.firstRow('b', 2), memory.firstRow('a', 3)]).toEqual([null, null, 1]);
  memory.close();
});
