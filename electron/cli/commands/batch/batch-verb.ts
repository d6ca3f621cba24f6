import type { ParseArgsOptionsConfig } from 'node:util';

import type { BatchSummary } from '../../../../shared/model/batch.ts';
import type { Problem } from '../../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { OpenWorkbench } from '../../../open-workbench.ts';
import { type CliContext, openForCommand } from '../../context.ts';
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

/** A verb of `batch`. It writes what it has to say, and gives the exit code. */
export type BatchVerb = {
  readonly usage: string;
  /** Beside `--json`, which each has. */
  readonly options: ParseArgsOptionsConfig;
  /** How many words may follow it. */
  readonly words: { readonly min: number; readonly max: number };
  readonly run: (input: VerbInput) => Promise<Result<number, readonly Problem[]>>;
};

/** Runs a verb with the words that follow it, and gives the exit code. */
export async function runVerb(
  { usage, options, words, run }: BatchVerb,
  given: readonly string[],
  context: CliContext,
): Promise<number> {
  const json = given.includes('--json');
  const wrongUse = (problems: readonly Problem[]): number => {
    reportProblems(context, problems, json);
    return exitCodes.wrongUse;
  };
  const args = parseArguments(given, { ...options, json: { type: 'boolean' } }, { ...words, usage });
  if (!args.ok) return wrongUse([args.error]);
  const workbench = openForCommand(context);
  if (!workbench.ok) return wrongUse([workbench.error]);
  try {
    const result = await run({ workbench: workbench.value, args: args.value, json, context });
    return result.ok ? result.value : wrongUse(result.error);
  } finally {
    await workbench.value.close();
  }
}

/** The batch that a verb names first. */
export async function findBatch({
  workbench,
  args,
}: Pick<VerbInput, 'workbench' | 'args'>): Promise<Result<BatchSummary, readonly Problem[]>> {
  const id = args.positionals[0] ?? '';
  const batch = await workbench.handlers['batch.get']({ id });
  if (!batch.ok) return fail([batch.error]);
  if (batch.value !== null) return ok(batch.value);
  return fail([
    { code: 'bad-batch', message: `There is no batch ${id}.`, remedy: 'See batch list for those there are.' },
  ]);
}

/** 0 where every row was accepted or is pending, 3 where what became of one is unknown, else 1. */
export function exitCodeOfBatch({ counts, table }: BatchSummary): number {
  if (counts.unknown > 0 || counts.sending > 0) return exitCodes.unknown;
  return counts.accepted + counts.pending === table.rows ? exitCodes.ok : exitCodes.refused;
}
