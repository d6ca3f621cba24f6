import { runFormat } from '../../model/run.ts';
import type { ReportInput } from './run-report.ts';

/** The run and its results as one JSON document, one result on each line. Its shape is that of `runReportSchema`. */
export async function* runJson({ run, results }: ReportInput): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(runFormat)},\n"run":${JSON.stringify(run)},\n"results":[`;
  let separator = '\n';
  for await (const result of results()) {
    yield `${separator}${JSON.stringify(result)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}
