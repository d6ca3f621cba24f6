import { type Problem, problemText } from '../../../shared/model/problem.ts';
import type { Stop } from '../../../shared/model/stop.ts';
import type { CliOutput } from '../context.ts';

/** One line for each problem: where, what is wrong, what to do. */
export function formatProblem(problem: Problem): string {
  return `${problemText(problem)}\n`;
}

/** Says problems to people, and to a script as `{ "problems": [...] }`. */
export function reportProblems(output: CliOutput, problems: readonly Problem[], json: boolean): void {
  if (json) output.out(`${JSON.stringify({ problems })}\n`);
  for (const problem of problems) output.error(formatProblem(problem));
  for (const { stop } of problems) if (stop !== undefined) output.error(`${wayOn(stop)}\n`);
  if (problems.some(({ code }) => code === 'unresolved-variable' || code === 'empty-variable')) {
    output.error('On the command line, --set NAME=VALUE gives a variable a value for one send.\n');
  }
}

/** Which options lead on from a stop; the core's own words know of none, since they stand in the window too. */
function wayOn(stop: Stop): string {
  switch (stop.kind) {
    case 'repeat': {
      const wait =
        stop.waitUntil === null ? '' : `Until ${stop.waitUntil.slice(11, 19)} UTC the provider refuses it. `;
      return `${wait}--repeat-of ${stop.exchangeId} sends it all the same.`;
    }
    case 'unknown-outcome': {
      const decide = `history decide ${stop.exchangeId} writes down what became of it.`;
      return stop.sameId ? `${decide} --repeat-of ${stop.exchangeId} sends the same id again.` : decide;
    }
    case 'not-armed':
      return '--arm-production arms it for this one command.';
    case 'not-confirmed':
      return '--confirm VALUE gives what is asked for.';
  }
}
