import { describe, expect, it } from 'vitest';

import { laterRun } from '../../../renderer/stores/later-run.ts';
import type { RunState, RunSummary } from '../../../shared/model/run.ts';

const run = (state: RunState): RunSummary => ({ id: '1', state }) as unknown as RunSummary;

describe('the later sight of a run', () => {
  it('is its end, whatever is told after it', () => {
    expect(laterRun(run('done'), run('running'))).toMatchObject({ state: 'done' });
    expect(laterRun(run('broken-off'), run('running'))).toMatchObject({ state: 'broken-off' });
  });

  it('is what was told last while it goes on', () => {
    expect(laterRun(run('running'), run('cancelled'))).toMatchObject({ state: 'cancelled' });
    expect(laterRun(undefined, run('running'))).toMatchObject({ state: 'running' });
  });
});
