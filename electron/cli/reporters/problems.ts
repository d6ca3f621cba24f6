import { formatPlace, type Problem } from '../../../shared/model/problem.ts';
import type { CliOutput } from '../context.ts';

/** One line for each problem: where, what is wrong, what to do. */
export function formatProblem({ message, remedy, place }: Problem): string {
  return `${place === undefined ? '' : `${formatPlace(place)}: `}${message} ${remedy}\n`;
}

/** Says problems to people, and to a script as `{ "problems": [...] }`. */
export function reportProblems(output: CliOutput, problems: readonly Problem[], json: boolean): void {
  if (json) output.out(`${JSON.stringify({ problems })}\n`);
  for (const problem of problems) output.error(formatProblem(problem));
  if (problems.some(({ code }) => code === 'unresolved-variable' || code === 'empty-variable')) {
    output.error('On the command line, --set NAME=VALUE gives a variable a value for one send.\n');
  }
}
