import { countResult, emptyCounts, endCounts } from '../../../shared/engine/runs/count-results.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { RunCounts, RunResult, RunState } from '../../../shared/model/run.ts';
import type { Ports } from '../ports.ts';
import type { PlannedIteration } from './planned-iterations.ts';
import type { RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';

/** How a run ended. */
export type RunEnd = {
  readonly state: Exclude<RunState, 'running' | 'broken-off'>;
  readonly reason: Problem | null;
  readonly counts: RunCounts;
};

/** What a run has come to so far. */
export type RunTotal = { readonly counts: RunCounts; readonly duration: number };

/** What an execution needs of the one who starts it. */
export type Execution = {
  readonly iterations: Iterator<Result<PlannedIteration, Problem>>;
  readonly planned: number;
  readonly concurrency: number;
  /** Milliseconds between two requests. */
  readonly delay: number;
  readonly bail: boolean;
  /** Aborted where no other request is to be sent. */
  readonly signal: AbortSignal;
  /** Values of a row by column. */
  readonly readRow: (row: number) => Result<Readonly<Record<string, string>>, Problem>;
  /** Sends one request, with values of its row and of earlier answers. */
  readonly send: (
    request: RunRequest,
    iteration: PlannedIteration,
    literals: Readonly<Record<string, string>>,
  ) => Promise<Omit<RunResult, 'number'>>;
  /** Keeps a result; a failure ends the run, since nobody would hear of what comes after. */
  readonly record: (result: RunResult, total: RunTotal) => Result<null, Problem>;
};

/** Problems that the next request would meet as well. */
const lasting: ReadonlySet<Problem['code']> = new Set(['storage', 'audit', 'vault', 'unknown-environment']);

/**
 * Runs iterations, several at once where asked, and in each one request after the other. A value that is taken from an
 * answer is known to the requests that come after it in the same iteration. Nothing is sent twice, whatever becomes of it.
 */
export async function executeRun(execution: Execution): Promise<RunEnd> {
  const { iterations, planned, concurrency, signal } = execution;
  let total: RunTotal = { counts: emptyCounts(planned), duration: 0 };
  let ended: Pick<RunEnd, 'state' | 'reason'> | null = null;
  let count = 0;
  const end = (state: RunEnd['state'], reason: Problem | null = null): void => {
    ended ??= { state, reason };
  };
  const mayGoOn = (): boolean => {
    if (signal.aborted) end('cancelled');
    return ended === null;
  };
  const take = (sent: Omit<RunResult, 'number'>): void => {
    count += 1;
    const result = { ...sent, number: count };
    total = {
      counts: countResult(total.counts, result),
      duration: total.duration + (result.duration ?? 0),
    };
    const recorded = execution.record(result, total);
    const stop = result.problems.find(({ code }) => lasting.has(code));
    if (!recorded.ok) end('stopped', recorded.error);
    else if (stop !== undefined) end('stopped', stop);
    else if (execution.bail && !result.passed) end('bailed');
  };
  const runIteration = async (iteration: PlannedIteration): Promise<void> => {
    const cells = iteration.row === null ? ok({}) : execution.readRow(iteration.row);
    if (!cells.ok) return end('stopped', cells.error);
    let captured: Readonly<Record<string, string>> = {};
    for (const request of iteration.requests) {
      if (count > 0) await wait(execution.delay, signal);
      if (!mayGoOn()) return;
      const result = await execution.send(request, iteration, { ...cells.value, ...captured });
      captured = { ...captured, ...capturedBy(result) };
      take(result);
    }
  };
  const work = async (): Promise<void> => {
    while (mayGoOn()) {
      const next = iterations.next();
      if (next.done === true) return;
      if (next.value.ok) await runIteration(next.value.value);
      else end('stopped', next.value.error);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, () => work()));
  end('done');
  return { state: 'done', reason: null, ...(ended ?? {}), counts: endCounts(total.counts) };
}

function capturedBy({ captures }: Pick<RunResult, 'captures'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    captures.flatMap(({ capture, value }) => (value === null ? [] : [[capture.variable, value]])),
  );
}

async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

/** Reads the rows of a table as values by column. */
export function rowReader(
  { tables }: Pick<Ports, 'tables'>,
  table: { readonly id: string; readonly columns: readonly string[] } | null,
): Execution['readRow'] {
  return (number) => {
    if (table === null) return ok({});
    const row = tables.row(table.id, number);
    if (!row.ok) return row;
    return ok(Object.fromEntries(table.columns.map((name, index) => [name, row.value?.cells[index] ?? ''])));
  };
}
