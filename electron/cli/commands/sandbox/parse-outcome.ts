import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { SettledOutcome } from '../../../../shared/model/sandbox.ts';
import { didYouMean } from '../../closest.ts';

const outcomes: readonly SettledOutcome[] = ['success', 'failure'];

/** How a refund ends, as people type it. */
export function parseOutcome(text: string): Result<SettledOutcome, Problem> {
  const outcome = outcomes.find((candidate) => candidate === text);
  if (outcome !== undefined) return ok(outcome);
  return fail({
    code: 'bad-input',
    message:
      text === '' ? 'Say how refunds end.' : `A refund cannot end as "${text}".${didYouMean(text, outcomes)}`,
    remedy: `Use one of: ${outcomes.join(', ')}.`,
  });
}
