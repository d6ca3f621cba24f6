import type { ParseArgsOptionsConfig } from 'node:util';

import type { Problem } from '../../../../shared/model/problem.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { type CliContext, withWorkbench } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { type Arguments, parseArguments } from '../../parse-args.ts';
import { reportProblems } from '../../reporters/problems.ts';

/** What a verb works with. */
export type VerbInput = {
  readonly workbench: OpenWorkbench;
  readonly args: Arguments;
  readonly json: boolean;
  readonly context: CliContext;
};

/** A verb of `history` that answers with a text, or with a problem. */
export type HistoryVerb = {
  readonly usage: string;
  /** Beside `--json`, which each has. */
  readonly options: ParseArgsOptionsConfig;
  /** How many words may follow it. */
  readonly words: { readonly min: number; readonly max: number };
  readonly run: (input: VerbInput) => Promise<Result<string, Problem>>;
};

/** Runs a verb with the words that follow it, and gives the exit code. */
export async function runVerb(
  { usage, options, words, run }: HistoryVerb,
  given: readonly string[],
  context: CliContext,
): Promise<number> {
  const json = given.includes('--json');
  const parsed = parseArguments(given, { ...options, json: { type: 'boolean' } }, { ...words, usage });
  const result = parsed.ok
    ? await withWorkbench(context, (workbench) => run({ workbench, args: parsed.value, json, context }))
    : parsed;
  if (!result.ok) {
    reportProblems(context, [result.error], json);
    return exitCodes.wrongUse;
  }
  context.out(result.value);
  return exitCodes.ok;
}
