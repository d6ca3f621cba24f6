import { runFormat } from '../../model/run.ts';
import type { ReportInput } from './run-report.ts';

/** The run and its results as one JSON document, on one line. Its shape is that of `runReportSchema`. */
export async function* runJson({ run, results }: ReportInput): AsyncGenerator<string> {
  yield `{"format":${JSON.stringify(runFormat)},"run":${JSON.stringify(run)},"results":[`;
  let separator = '';
  for await (const result of results()) {
    yield `${separator}${JSON.stringify(result)}`;
    separator = ',';
  }
  yield ']}\n';
}
