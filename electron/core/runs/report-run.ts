import { ReportFault, reportFile, runReport } from '../../../shared/engine/runs/run-report.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunReportKind } from '../../../shared/model/run.ts';
import type { ExportedFile } from '../../../shared/model/transfer.ts';
import type { Ports } from '../ports.ts';
import { noSuchRun } from './plan-run.ts';

/** Results that are read at once. */
const pageSize = 500;

/** Characters of a report that is handed over as one text. */
const longest = 50_000_000;

/** A report as one text; one that is too long for that is written by the command line, part by part. */
export async function reportRun(
  id: string,
  kind: RunReportKind,
  runs: Ports['runs'],
): Promise<Result<ExportedFile, Problem>> {
  const run = runs.get(id);
  if (!run.ok) return run;
  if (run.value === null) return fail(noSuchRun(id));
  const read = async (after: number): ReturnType<Parameters<typeof runReport>[2]> =>
    runs.results({ id, after, limit: pageSize, only: 'all' });
  const parts: string[] = [];
  let length = 0;
  try {
    for await (const part of runReport(kind, run.value, read)) {
      length += part.length;
      if (length > longest) return fail(tooLong(id, kind));
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof ReportFault) return fail(error.problem);
    throw error;
  }
  return ok({ ...reportFile(kind, run.value), text: parts.join('') });
}

function tooLong(id: string, kind: RunReportKind): Problem {
  return {
    code: 'bad-run',
    message: `The report of run ${id} is longer than ${longest / 1_000_000} million characters.`,
    remedy: `Write it on the command line: runs report ${id} --report ${kind}:FILE.`,
  };
}
