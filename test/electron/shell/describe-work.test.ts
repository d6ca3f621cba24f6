import { expect, it } from 'vitest';

import { describeWork } from '../../../electron/shell/describe-work.ts';
import { isCrashLoop } from '../../../electron/shell/is-crash-loop.ts';

it.each([
  [{ requests: 0, runs: 0, batches: 0 }, null],
  [{ requests: 1, runs: 0, batches: 0 }, 'A request is under way.'],
  [{ requests: 0, runs: 2, batches: 0 }, '2 runs are under way.'],
  [{ requests: 0, runs: 0, batches: 1 }, 'A batch of refunds is under way.'],
  [{ requests: 2, runs: 1, batches: 0 }, '2 requests and a run are under way.'],
  [{ requests: 1, runs: 1, batches: 3 }, 'A request, a run and 3 batches of refunds are under way.'],
])('%o is said in words', (work, words) => {
  expect(describeWork(work)).toBe(words);
});

it('three crashes within a minute are a loop, and fewer or slower ones are none', () => {
  expect(isCrashLoop([])).toBe(false);
  expect(isCrashLoop([0, 59_000])).toBe(false);
  expect(isCrashLoop([0, 30_000, 59_999])).toBe(true);
  expect(isCrashLoop([0, 30_000, 60_000])).toBe(false);
  expect(isCrashLoop([0, 100_000, 100_001, 100_002])).toBe(true);
});
