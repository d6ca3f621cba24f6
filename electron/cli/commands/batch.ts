import type { Problem } from '../../../shared/model/problem.ts';
import { didYouMean } from '../closest.ts';
import type { CliContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { reportProblems } from '../reporters/problems.ts';
import { showResult } from './batch/batch-result.ts';
import { type BatchVerb, runVerb } from './batch/batch-verb.ts';
import { checkTable } from './batch/check-table.ts';
import { listBatches, showBatch, showRows, stopBatch } from './batch/list-batches.ts';
import { reconcileExport } from './batch/reconcile-export.ts';
import { resumeBatch } from './batch/resume-batch.ts';
import { runTable } from './batch/run-table.ts';

const verbs: Readonly<Record<string, BatchVerb>> = {
  check: checkTable,
  run: runTable,
  resume: resumeBatch,
  stop: stopBatch,
  list: listBatches,
  show: showBatch,
  rows: showRows,
  result: showResult,
  reconcile: reconcileExport,
};

export const batchUsage = Object.values(verbs)
  .map(({ usage }) => usage)
  .join('\n  ');

/** Refunds from a table: checks, sends, resumes, shows and reconciles. */
export async function batch(args: readonly string[], context: CliContext): Promise<number> {
  // `--json` may stand in front of the verb, too.
  const name = args.find((word) => word !== '--json') ?? '';
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb !== undefined) return runVerb(verb, args.toSpliced(args.indexOf(name), 1), context);
  reportProblems(context, [unknownVerb(name)], args.includes('--json'));
  return exitCodes.wrongUse;
}

function unknownVerb(name: string): Problem {
  const names = Object.keys(verbs);
  return {
    code: 'bad-input',
    message:
      name === '' || name.startsWith('-')
        ? 'Say what to do with batches.'
        : `There is no "batch ${name}".${didYouMean(name, names)}`,
    remedy: `Use one of: ${names.join(', ')}.`,
  };
}
