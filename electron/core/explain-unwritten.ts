import type { Explanation } from '../../shared/model/explanation.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** Explains a request that could not be written out with what the login yielded; it never left. */
export function explainUnwritten(problems: readonly Problem[]): Explanation {
  return {
    verdict: 'unknown',
    headline: 'Not sent: the request could not be written with what the login yielded',
    meaning: problems.map(({ message }) => message).join(' '),
    remedy: [...new Set(problems.map(({ remedy }) => remedy))].join(' '),
    resend: 'The request itself was not sent. Send it again once this is mended.',
    entries: [],
    equallyGood: 0,
    nearest: [],
    items: [],
    identifiers: [],
    notes: [],
  };
}
