import { type Explanation, nothingRead } from '../../shared/model/explanation.ts';
import type { Problem } from '../../shared/model/problem.ts';

/** Explains a send that was recorded and ended before the request itself left. `why` ends the headline. */
export function explainNotSent(why: string, problems: readonly Problem[]): Explanation {
  return {
    ...nothingRead,
    verdict: 'unknown',
    headline: `Not sent: ${why}`,
    meaning: problems.map(({ message }) => message).join(' '),
    remedy: [...new Set(problems.map(({ remedy }) => remedy))].join(' '),
    resend: 'The request itself was not sent. Send it again once this is mended.',
  };
}
