import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';

import type { Handlers } from '../../shared/contract/commands.ts';
import { type ReadResults, ReportFault, runReport } from '../../shared/engine/runs/run-report.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { type RunReportKind, runReportKinds, type RunSummary } from '../../shared/model/run.ts';
import { storageProblem } from '../adapters/storage-problem.ts';
import { didYouMean } from './closest.ts';

/** A report that is asked for, and the file it goes to. */
export type ReportOrder = { readonly kind: RunReportKind; readonly path: string };

export const reportUsage = '[--report junit:FILE|html:FILE|json:FILE]...';

/** Results that are read at once. */
const pageSize = 500;

const unwritable = 'The report cannot be written';

/** Reads `junit:FILE`, and makes the folder, so that a wrong path is told before anything is sent. */
export function parseReports(texts: readonly string[]): Result<readonly ReportOrder[], Problem> {
  const orders: ReportOrder[] = [];
  for (const text of texts) {
    const colon = text.indexOf(':');
    const name = text.slice(0, Math.max(colon, 0));
    const kind = runReportKinds.find((candidate) => candidate === name);
    if (kind === undefined || colon === text.length - 1) return fail(noReport(text, name));
    const path = resolve(text.slice(colon + 1));
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      return fail(storageProblem(unwritable, path, error));
    }
    orders.push({ kind, path });
  }
  return ok(orders);
}

/** Writes a report part by part into its file, which is there whole or as it was before. */
export async function writeReport(
  { kind, path }: ReportOrder,
  run: RunSummary,
  handlers: Handlers,
): Promise<Result<null, Problem>> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = createWriteStream(temporary);
  try {
    await pour(runReport(kind, run, resultsOf(run.id, handlers)), file);
    file.end();
    await finished(file);
    renameSync(temporary, path);
    return ok(null);
  } catch (error) {
    file.destroy();
    rmSync(temporary, { force: true });
    return fail(error instanceof ReportFault ? error.problem : storageProblem(unwritable, path, error));
  }
}

/** The results of a run, a page at a time. */
export function resultsOf(id: string, handlers: Handlers, only: 'all' | 'failed' = 'all'): ReadResults {
  return async (after) => handlers['run.results']({ id, after, limit: pageSize, only });
}

async function pour(parts: AsyncIterable<string>, file: Writable): Promise<void> {
  // An error while nothing is awaited would else end the program.
  const failed = once(file, 'error').then(([error]) => {
    throw error as Error;
  });
  failed.catch(() => undefined);
  for await (const part of parts) {
    if (!file.write(part)) await Promise.race([once(file, 'drain'), failed]);
  }
}

function noReport(text: string, name: string): Problem {
  return {
    code: 'bad-input',
    message: `--report ${text} is no report.${didYouMean(name, runReportKinds)}`,
    remedy: `Write one of ${runReportKinds.join(', ')}, a colon and a file: --report junit:results.xml.`,
  };
}
