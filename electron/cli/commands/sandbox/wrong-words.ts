import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, type Result } from '../../../../shared/model/result.ts';

/** Words after a verb that make no sense; `message` is a sentence. */
export function wrongWords(message: string, usage: string): Result<never, Problem> {
  return fail({ code: 'bad-input', message, remedy: `Usage: ${usage}` });
}
