import type { RunCounts, RunResult, RunState, RunSummary } from '../../model/run.ts';
import { isUnknown } from './count-results.ts';

/** How a run ended or goes, in words. */
export const stateWords: Readonly<Record<RunState, string>> = {
  running: 'still going on',
  done: 'everything was run',
  bailed: 'ended with the first failure, as asked',
  cancelled: 'cancelled',
  stopped: 'stopped, because it could not go on',
  'broken-off': 'broken off, because the program ended',
};

/** `3 of 4 passed, 1 failed (1 with an unknown outcome), 2 skipped`. */
export function countWords({ planned, passed, failed, unknown, skipped }: RunCounts): string {
  const parts = [`${passed} of ${planned} passed`];
  if (failed > 0)
    parts.push(`${failed} failed${unknown === 0 ? '' : ` (${unknown} with an unknown outcome)`}`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(', ');
}

/** What became of one request, in one word. */
export function resultWord(result: RunResult): 'passed' | 'failed' | 'unknown' | 'not sent' {
  if (result.passed) return 'passed';
  if (result.exchangeId === null) return 'not sent';
  return isUnknown(result) ? 'unknown' : 'failed';
}

/** Why a request failed, a sentence each. */
export function failureSentences(result: RunResult): readonly string[] {
  if (result.passed) return [];
  if (result.problems.length > 0) return result.problems.map(({ message }) => message);
  const failed = result.checks.filter(({ passed }) => !passed).map(({ message }) => message);
  return failed.length > 0 ? failed : [result.headline];
}

/** `In full (row 3)`: the name of a request, and which of its turns it was where there were several. */
export function resultTitle({ name, iteration, row }: RunResult, { plan }: RunSummary): string {
  if (row !== null) {
    const turn = plan.iterations > 1 ? `row ${row}, iteration ${iteration}` : `row ${row}`;
    return `${name} (${turn})`;
  }
  return plan.iterations > 1 ? `${name} (iteration ${iteration})` : name;
}
