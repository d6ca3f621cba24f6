import type { Handlers } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import type { Ports } from './ports.ts';
import { holderOf, type Runner } from './runs/create-runner.ts';
import { noSuchRun } from './runs/plan-run.ts';
import { reportRun } from './runs/report-run.ts';

type RunHandlers = Pick<
  Handlers,
  'run.start' | 'run.cancel' | 'run.list' | 'run.get' | 'run.results' | 'run.report' | 'run.remove'
>;

/** Runs of collections. */
export function runHandlers({ runs, tables }: Ports, runner: Runner): RunHandlers {
  return {
    'run.start': async (plan) => runner.start(plan),
    'run.cancel': async ({ id }) => runner.cancel(id),
    'run.list': async (page) => runs.list(page),
    'run.get': async ({ id }) => runs.get(id),
    'run.results': async (page) => runs.results(page),
    'run.report': async ({ id, kind }) => reportRun(id, kind, runs),
    'run.remove': async ({ id }) => removeRun(id, { runs, tables }),
  };
}

function removeRun(id: string, { runs, tables }: Pick<Ports, 'runs' | 'tables'>): Result<null, Problem> {
  const run = runs.get(id);
  if (!run.ok) return run;
  if (run.value === null) return fail(noSuchRun(id));
  const removed = runs.remove(id);
  const { table } = run.value.plan;
  return removed.ok && table !== null ? tables.letGo(table, holderOf(id)) : removed;
}
