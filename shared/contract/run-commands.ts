import type { Capture, Check, CheckReport } from '../model/check.ts';
import type { HistoryPage } from '../model/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { RunPlan, RunReportKind, RunResult, RunResultPage, RunSummary } from '../model/run.ts';
import type { TableDescription, TablePage } from '../model/table.ts';
import type { ExportedFile } from '../model/transfer.ts';

/** What a client may ask about checks, data files and runs. */
export interface RunCommands {
  /** Holds a stored exchange against checks, and says what captures would take. */
  'check.evaluate': { input: CheckInput; output: Result<CheckReport, Problem> };
  /** Takes a data file in parts, in order; the description comes with the last one. */
  'table.add': { input: TablePart; output: Result<TableDescription | null, Problem> };
  'table.read': {
    input: { readonly id: string; readonly after: number; readonly limit: number };
    output: Result<TablePage, Problem>;
  };
  'table.release': { input: { readonly id: string }; output: Result<null, Problem> };
  /** Starts a run, which goes on after the answer; `run.changed` tells how it goes. */
  'run.start': { input: RunPlan; output: Result<RunSummary, readonly Problem[]> };
  /** Lets the requests under way end, and sends no other. */
  'run.cancel': { input: { readonly id: string }; output: Result<null, Problem> };
  'run.list': { input: HistoryPage; output: Result<readonly RunSummary[], Problem> };
  'run.get': { input: { readonly id: string }; output: Result<RunSummary | null, Problem> };
  'run.results': { input: RunResultPage; output: Result<readonly RunResult[], Problem> };
  'run.report': {
    input: { readonly id: string; readonly kind: RunReportKind };
    output: Result<ExportedFile, Problem>;
  };
  'run.remove': { input: { readonly id: string }; output: Result<null, Problem> };
}

export type CheckInput = {
  readonly exchangeId: string;
  readonly checks: readonly Check[];
  readonly captures: readonly Capture[];
  /** Values of the collection the request is saved in, for what is expected. */
  readonly collectionVariables?: Readonly<Record<string, string>> | undefined;
};

export type TablePart = {
  /** Chosen by the client. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly last: boolean;
  /** `null` finds it out. */
  readonly separator: string | null;
};
