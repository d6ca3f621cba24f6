import { writeShellWord } from '../formats/shell-words.ts';
import type { RunPlan } from '../model/run.ts';

/** What the command line needs to know of a plan beside the plan itself. */
export type RunCommandNames = {
  /** The data file; `null` without one. */
  readonly dataFile: { readonly name: string; readonly separator: string | null } | null;
  /** Milliseconds that a request gets where nothing else is said. */
  readonly usualTimeout: number;
};

/**
 * The same run on the command line, for a POSIX shell. `null` where it has no words for it: it takes a whole collection, a
 * folder or a request, and no choice of several.
 */
export function runCommandLine(plan: RunPlan, { dataFile, usualTimeout }: RunCommandNames): string | null {
  const { target, environmentId, overrides, iterations, delay, concurrency, bail, onlyFailedOf, timeout } =
    plan;
  if (target.kind === 'given' || target.paths.length > 1) return null;
  const option = (name: string, value: string | number, isAsked: boolean): readonly string[] =>
    isAsked ? [`--${name}`, String(value)] : [];
  const data = onlyFailedOf === null ? dataFile : null;
  const separator = data?.separator ?? ',';
  const words = [
    [target.collection, ...target.paths].join('/'),
    ...option('env', environmentId, true),
    ...Object.entries(overrides).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...option('data', data?.name ?? '', data !== null),
    ...option('separator', separator === '\t' ? 'tab' : separator, separator !== ','),
    ...option('iterations', iterations, iterations !== 1),
    ...option('delay', delay, delay !== 0),
    ...option('concurrency', concurrency, concurrency !== 1),
    ...option('timeout', timeout / 1000, timeout !== usualTimeout),
    ...option('only-failed', onlyFailedOf ?? '', onlyFailedOf !== null),
    ...(bail ? ['--bail'] : []),
  ];
  return `npm run -s cli -- run ${words.map((word) => writeShellWord([word])).join(' ')}`;
}
