import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { RunReportKind, RunResult, RunSummary } from '../../model/run.ts';
import { runHtml } from './run-html.ts';
import { runJson } from './run-json.ts';
import { runJunit } from './run-junit.ts';

/** A page of the results of a run after the number of the last one seen; empty at the end. */
export type ReadResults = (after: number) => Promise<Result<readonly RunResult[], Problem>>;

/** A storage fault in the middle of a report. */
export class ReportFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** What a report is made of: results are walked as often as it takes, a page at a time. */
export type ReportInput = {
  readonly run: RunSummary;
  readonly results: () => AsyncIterable<RunResult>;
};

/** A report as parts of its text, so that it may be longer than memory. Throws a `ReportFault` where it cannot be read on. */
export function runReport(kind: RunReportKind, run: RunSummary, read: ReadResults): AsyncIterable<string> {
  const input = { run, results: () => walk(read) };
  switch (kind) {
    case 'junit':
      return runJunit(input);
    case 'html':
      return runHtml(input);
    case 'json':
      return runJson(input);
  }
}

/** What a report is called and what it is. */
export function reportFile(
  kind: RunReportKind,
  { id }: RunSummary,
): { readonly fileName: string; readonly mediaType: string } {
  const { ending, mediaType } = files[kind];
  return { fileName: `run-${id}.${ending}`, mediaType };
}

const files: Readonly<Record<RunReportKind, { readonly ending: string; readonly mediaType: string }>> = {
  junit: { ending: 'xml', mediaType: 'application/xml' },
  html: { ending: 'html', mediaType: 'text/html' },
  json: { ending: 'json', mediaType: 'application/json' },
};

async function* walk(read: ReadResults): AsyncGenerator<RunResult> {
  for (let after = 0; ;) {
    const page = await read(after);
    if (!page.ok) throw new ReportFault(page.error);
    yield* page.value;
    const last = page.value.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}
