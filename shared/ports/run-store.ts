import type { HistoryPage } from '../model/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { RunCounts, RunResult, RunResultPage, RunState, RunSummary } from '../model/run.ts';

/** A run as it starts. */
export type NewRun = Omit<RunSummary, 'id' | 'endedAt' | 'state' | 'reason' | 'duration'>;

/** What of an iteration failed, and so is run again. */
export type FailedIteration = {
  readonly iteration: number;
  readonly row: number | null;
  readonly paths: readonly string[];
};

/** Keeps runs and their results, one at a time, so that memory stays flat however long a run is. */
export type RunStore = {
  /** The run belongs to this program until it is finished; where the program dies, others see it broken off. */
  begin(run: NewRun): Result<string, Problem>;
  /** Adds a result at the end, and with it what the whole run has come to. */
  addResult(
    id: string,
    result: RunResult,
    total: { readonly counts: RunCounts; readonly duration: number },
  ): Result<null, Problem>;
  finish(
    id: string,
    end: {
      readonly endedAt: string;
      readonly state: Exclude<RunState, 'running' | 'broken-off'>;
      readonly reason: Problem | null;
      readonly counts: RunCounts;
    },
  ): Result<null, Problem>;
  get(id: string): Result<RunSummary | null, Problem>;
  /** Newest first. */
  list(page: HistoryPage): Result<readonly RunSummary[], Problem>;
  results(page: RunResultPage): Result<readonly RunResult[], Problem>;
  /** In order; `after` is the last iteration seen, 0 at first. */
  failedIterations(
    id: string,
    page: { readonly after: number; readonly limit: number },
  ): Result<readonly FailedIteration[], Problem>;
  /** Forgets a run that has ended, with its results. */
  remove(id: string): Result<null, Problem>;
};
