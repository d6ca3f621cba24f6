import { findApi } from '../../../shared/apis/registry.ts';
import type { RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunPlan, RunSummary } from '../../../shared/model/run.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import { findEnvironment } from '../environments.ts';
import type { Ports } from '../ports.ts';
import { checkRunVariables } from './check-run-variables.ts';
import { findRunTarget, type RunTargetFound } from './find-run-target.ts';
import { plannedIterations } from './planned-iterations.ts';

/** A run that may start: everything it refers to is found. */
export type PlannedRun = {
  /** As asked, with the table of the earlier run where only its failed requests are run again. */
  readonly plan: RunPlan;
  readonly target: RunTargetFound;
  readonly environment: Environment;
  readonly table: TableDescription | null;
  /** Requests that are to be sent. */
  readonly planned: number;
  readonly remarks: readonly string[];
};

/** Finds what a run refers to and everything that would stop it on its way, before anything is sent. */
export async function planRun(asked: RunPlan, ports: Ports): Promise<Result<PlannedRun, readonly Problem[]>> {
  const target = findRunTarget(asked.target, ports);
  const environment = findEnvironment(ports.environments, asked.environmentId);
  const earlier = findEarlier(asked, ports);
  const plan = { ...asked, table: asked.table ?? (earlier.ok ? (earlier.value?.plan.table ?? null) : null) };
  const table = plan.table === null ? ok(null) : ports.tables.describe(plan.table);
  if (!target.ok || !environment.ok || !earlier.ok || !table.ok) {
    return fail([target, environment, earlier, table].flatMap((part) => (part.ok ? [] : [part.error])));
  }
  const planned = walkPlanned(plan, target.value, table.value, ports);
  if (!planned.ok) return fail([planned.error]);
  const { count, requests } = planned.value;
  const found = { plan, target: target.value, environment: environment.value, table: table.value };
  const variables = await checkRunVariables({ ...found, requests }, ports);
  const problems = [
    ...(count === 0 ? [nothingToRun(plan)] : []),
    ...checkProduction(plan, requests, environment.value),
    ...variables.problems,
  ];
  if (problems.length > 0) return fail(problems);
  return ok({ ...found, planned: count, remarks: variables.remarks });
}

function findEarlier({ onlyFailedOf }: RunPlan, { runs }: Ports): Result<RunSummary | null, Problem> {
  if (onlyFailedOf === null) return ok(null);
  const found = runs.get(onlyFailedOf);
  if (!found.ok) return found;
  if (found.value === null) return fail(noSuchRun(onlyFailedOf));
  if (found.value.state === 'running') return fail(stillRunning(onlyFailedOf));
  return found;
}

/** How many requests are sent, and which of the collection they are. */
function walkPlanned(
  plan: RunPlan,
  { requests }: RunTargetFound,
  table: TableDescription | null,
  ports: Ports,
): Result<{ readonly count: number; readonly requests: readonly RunRequest[] }, Problem> {
  let count = 0;
  const sent = new Set<RunRequest>();
  for (const iteration of plannedIterations({ ...plan, requests, rows: table?.rows ?? null }, ports)) {
    if (!iteration.ok) return iteration;
    count += iteration.value.requests.length;
    for (const request of iteration.value.requests) sent.add(request);
  }
  return ok({ count, requests: requests.filter((request) => sent.has(request)) });
}

/** A run confirms nothing, so that what moves money would be stopped one by one: that is told before the first. */
function checkProduction(
  { concurrency }: RunPlan,
  requests: readonly RunRequest[],
  { name, environmentClass }: Environment,
): readonly Problem[] {
  if (environmentClass !== 'production') return [];
  const moving = requests.filter(({ request: { draft } }) => {
    const operation = findApi(draft.api)?.operations.find(({ id }) => id === draft.operation);
    return operation?.movesMoney === true;
  });
  return [
    ...(moving.length === 0 ? [] : [movesMoney(name, moving)]),
    ...(concurrency === 1 ? [] : [notAtOnce(name)]),
  ];
}

function movesMoney(environment: string, moving: readonly RunRequest[]): Problem {
  const [first] = moving;
  const others = moving.length === 1 ? '' : `, and ${moving.length - 1} more`;
  return {
    code: 'bad-run',
    message: `${environment} is production, and runs send nothing there that moves money: "${first?.request.name ?? ''}"${others}.`,
    remedy: 'Choose requests that only ask, or refund from a table, which is confirmed.',
  };
}

function notAtOnce(environment: string): Problem {
  return {
    code: 'bad-run',
    message: `${environment} is production, where requests go out one after the other.`,
    remedy: 'Set the concurrency to 1.',
  };
}

function nothingToRun({ onlyFailedOf, shard }: RunPlan): Problem {
  const message =
    onlyFailedOf === null
      ? shard === null
        ? 'There is no request to run.'
        : `Part ${shard.index} of ${shard.count} has nothing to run.`
      : `Nothing that failed in run ${onlyFailedOf} is there to run again.`;
  return { code: 'bad-run', message, remedy: 'Choose something else to run.' };
}

/** The answer to an id of a run that is not there. */
export function noSuchRun(id: string): Problem {
  return { code: 'bad-run', message: `There is no run ${id}.`, remedy: 'Choose one from the list of runs.' };
}

function stillRunning(id: string): Problem {
  return {
    code: 'bad-run',
    message: `Run ${id} is still going on, so what fails in it is not known yet.`,
    remedy: 'Wait until it has ended, or cancel it.',
  };
}
