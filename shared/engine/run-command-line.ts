import { writeShellWord } from '../formats/shell-words.ts';
import type { RunPlan } from '../model/run.ts';

/** What the command line needs to know of a plan beside the plan itself. */
export type RunCommandNames = {
  /** Name of the data file; `null` without one. */
  readonly dataFile: string | null;
  /** Milliseconds that a request gets where nothing else is said. */
  readonly usualTimeout: number;
};

/** The same run on the command line, for a POSIX shell. */
export function runCommandLine(plan: RunPlan, { dataFile, usualTimeout }: RunCommandNames): string {
  const { target, environmentId, iterations, delay, concurrency, bail, onlyFailedOf, timeout } = plan;
  const collection = target.kind === 'saved' ? target.collection : target.content.name;
  const paths = target.kind === 'saved' ? target.paths : [];
  const options: readonly (readonly [name: string, value: string | null, isAsked: boolean])[] = [
    ['env', environmentId, true],
    ['data', dataFile, dataFile !== null && onlyFailedOf === null],
    ['iterations', String(iterations), iterations !== 1],
    ['delay', String(delay), delay !== 0],
    ['concurrency', String(concurrency), concurrency !== 1],
    ['timeout', String(timeout / 1000), timeout !== usualTimeout],
    ['only-failed', onlyFailedOf, onlyFailedOf !== null],
    ['bail', null, bail],
  ];
  const targets = paths.length === 0 ? [collection] : paths.map((path) => `${collection}/${path}`);
  return [
    'npm run -s cli -- run',
    ...targets.map((text) => writeShellWord([text])),
    ...Object.entries(plan.overrides).map(([name, value]) => `--set ${writeShellWord([`${name}=${value}`])}`),
    ...options
      .filter(([, , isAsked]) => isAsked)
      .map(([name, value]) => (value === null ? `--${name}` : `--${name} ${writeShellWord([value])}`)),
  ].join(' ');
}
