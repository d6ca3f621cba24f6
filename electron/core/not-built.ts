import type { Problem } from '../../shared/model/problem.ts';
import { fail, type Result } from '../../shared/model/result.ts';

/** Stands for handlers while they are being written. */
export async function notBuilt(): Promise<Result<never, never>> {
  const problem: Problem = { code: 'missing-capability', message: 'Not built yet.', remedy: 'Wait.' };
  return fail(problem as never);
}
