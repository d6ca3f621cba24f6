import { callsOf, chooseVerb, usageOf, type Verb, type VerbCall } from '../verb.ts';
import { showResult } from './batch/batch-result.ts';
import { checkTable } from './batch/check-table.ts';
import { listBatches, showBatch, showRows, stopBatch } from './batch/list-batches.ts';
import { reconcileExport } from './batch/reconcile-export.ts';
import { resumeBatch } from './batch/resume-batch.ts';
import { runTable } from './batch/run-table.ts';

const verbs: Readonly<Record<string, Verb>> = {
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

export const batchUsage = usageOf(verbs);

const calls = callsOf(verbs);

/** Refunds from a table: checks, sends, resumes, shows and reconciles. */
export const batch: VerbCall = (args, context) =>
  chooseVerb(
    calls,
    { none: 'Say what to do with batches.', unknown: (name) => `There is no "batch ${name}".` },
    args,
    context,
  );
