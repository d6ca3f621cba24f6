import { describe, expect, it } from 'vitest';

import { mergeRunList } from '../../../shared/engine/merge-run-list.ts';
import type { BatchSummary } from '../../../shared/model/batch.ts';
import type { RunSummary } from '../../../shared/model/run.ts';

const run = (startedAt: string): RunSummary => ({ id: startedAt, startedAt }) as unknown as RunSummary;
const batch = (startedAt: string): BatchSummary => ({ id: startedAt, startedAt }) as unknown as BatchSummary;
const read = <Item>(items: readonly Item[], complete = true) => ({ items, complete });

describe('the list of runs and batches', () => {
  it('has both, newest first', () => {
    const merged = mergeRunList(read([run('5'), run('2')]), read([batch('4'), batch('1')]));
    expect(merged.map(({ key }) => key)).toEqual(['run:5', 'batch:4', 'run:2', 'batch:1']);
  });

  it('leaves out what something unread may belong before', () => {
    const merged = mergeRunList(read([run('9'), run('8')], false), read([batch('8'), batch('3')]));
    expect(merged.map(({ key }) => key)).toEqual(['run:9', 'run:8', 'batch:8']);
  });

  it('shows nothing while one list was not read at all', () => {
    expect(mergeRunList(read([], false), read([batch('3')]))).toEqual([]);
  });
});
