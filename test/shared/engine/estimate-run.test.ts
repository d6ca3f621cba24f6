import { describe, expect, it } from 'vitest';

import { estimateLeft, quartersOf } from '../../../shared/engine/estimate-run.ts';
import type { RunCounts } from '../../../shared/model/run.ts';

const counts = (part: Partial<RunCounts>): RunCounts => ({
  planned: 0,
  passed: 0,
  failed: 0,
  unknown: 0,
  skipped: 0,
  checksPassed: 0,
  checksFailed: 0,
  ...part,
});

describe('the rest of a run', () => {
  it('takes as long for each request as those before it', () => {
    expect(estimateLeft(counts({ planned: 200, passed: 40, failed: 10 }), 5000)).toBe(15_000);
  });

  it('is not guessed before there is a result', () => {
    expect(estimateLeft(counts({ planned: 200 }), 5000)).toBeNull();
  });

  it('has no time left where the rest is skipped', () => {
    expect(estimateLeft(counts({ planned: 10, passed: 4, skipped: 6 }), 5000)).toBe(0);
  });

  it('is told in quarters', () => {
    expect([0, 49, 50, 99, 100, 200].map((passed) => quartersOf(counts({ planned: 200, passed })))).toEqual([
      0, 0, 1, 1, 2, 4,
    ]);
    expect(quartersOf(counts({}))).toBe(0);
  });
});
