import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { CliOutput } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { reportProblems } from './reporters/problems.ts';

/** Reports the problems that a command failed with, and gives its exit code; `null` is the one of success. */
export function settleCommand(
  result: Result<number | null, Problem | readonly Problem[]>,
  output: CliOutput,
  json: boolean,
): number {
  if (result.ok) return result.value ?? exitCodes.ok;
  reportProblems(output, [result.error].flat(), json);
  return exitCodes.wrongUse;
}
