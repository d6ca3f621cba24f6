import type { RunCounts, RunResult } from '../../model/run.ts';

/** A run before its first request. */
export function emptyCounts(planned: number): RunCounts {
  return { planned, passed: 0, failed: 0, unknown: 0, skipped: 0, checksPassed: 0, checksFailed: 0 };
}

/** The counts with one more result. */
export function countResult(counts: RunCounts, result: RunResult): RunCounts {
  const checksPassed = result.checks.filter(({ passed }) => passed).length;
  return {
    ...counts,
    passed: counts.passed + (result.passed ? 1 : 0),
    failed: counts.failed + (result.passed ? 0 : 1),
    unknown: counts.unknown + (isUnknown(result) ? 1 : 0),
    checksPassed: counts.checksPassed + checksPassed,
    checksFailed: counts.checksFailed + result.checks.length - checksPassed,
  };
}

/** Whether a request failed of which nobody knows what became. */
export function isUnknown({ passed, verdict }: Pick<RunResult, 'passed' | 'verdict'>): boolean {
  return !passed && verdict === 'unknown';
}

/** The counts of a run that ends here: what was not sent is skipped. */
export function endCounts(counts: RunCounts): RunCounts {
  return { ...counts, skipped: Math.max(0, counts.planned - counts.passed - counts.failed) };
}
