import { describe, expect, it } from 'vitest';

import {
  pageSize,
  refreshPages,
  type ReadPage,
} from '../../../../renderer/features/batches/refresh-pages.ts';
import type { BatchRow, BatchRowState } from '../../../../shared/model/batch.ts';
import { ok } from '../../../../shared/model/result.ts';

const rowOf = (row: number, state: BatchRowState): BatchRow => ({
  row,
  cells: [],
  state,
  code: null,
  meaning: '',
  transaction: null,
  amount: null,
  refundId: null,
  providerId: null,
  exchangeId: null,
  at: null,
});

/** A whole page that begins after a row. */
const pageAfter = (after: number, state: BatchRowState): readonly BatchRow[] =>
  Array.from({ length: pageSize }, (_, index) => rowOf(after + index + 1, state));

/** Answers from what there is now, and notes what was asked for. */
function answering(now: readonly BatchRow[]): { readonly read: ReadPage; readonly asked: number[] } {
  const asked: number[] = [];
  const read: ReadPage = (after) => {
    asked.push(after);
    return Promise.resolve(ok(now.filter(({ row }) => row > after).slice(0, pageSize)));
  };
  return { read, asked };
}

describe('refreshPages', () => {
  it('reads of all rows only those where something can have happened', async () => {
    const now = [
      ...pageAfter(0, 'accepted'),
      ...pageAfter(pageSize, 'pending'),
      ...pageAfter(2 * pageSize, 'ready'),
      ...pageAfter(3 * pageSize, 'ready'),
    ];
    const before = [
      pageAfter(0, 'accepted'),
      pageAfter(pageSize, 'ready'),
      pageAfter(2 * pageSize, 'ready'),
      pageAfter(3 * pageSize, 'ready'),
    ];
    const { read, asked } = answering(now);
    const after = await refreshPages({ pages: before, isComplete: true }, true, read);
    expect(asked).toEqual([pageSize, 2 * pageSize]);
    expect(after).toEqual({ pages: before.with(1, pageAfter(pageSize, 'pending')), isComplete: true });
  });

  it('reads again where a row is in quarantine: it may have been found out', async () => {
    const found = pageAfter(0, 'accepted');
    const before = { pages: [found.with(3, rowOf(4, 'unknown'))], isComplete: true };
    const after = await refreshPages(before, true, answering(found).read);
    expect(after).toEqual({ pages: [found], isComplete: false });
  });

  it('follows a selection that grows beyond its last page', async () => {
    const now = [...pageAfter(0, 'accepted'), rowOf(pageSize + 1, 'accepted')];
    const { read } = answering(now);
    const before = { pages: [now.slice(0, 3)], isComplete: true };
    expect(await refreshPages(before, false, read)).toEqual({
      pages: [pageAfter(0, 'accepted')],
      isComplete: false,
    });
  });

  it('follows a selection that empties, and one that was empty', async () => {
    const nothing = { pages: [], isComplete: true };
    const before = { pages: [[rowOf(1, 'ready')]], isComplete: true };
    expect(await refreshPages(before, false, answering([]).read)).toEqual(nothing);
    expect(await refreshPages(nothing, false, answering([rowOf(1, 'accepted')]).read)).toEqual({
      pages: [[rowOf(1, 'accepted')]],
      isComplete: true,
    });
  });
});
