import { isAtOrUnder, type RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { RunPlan } from '../../../shared/model/run.ts';
import type { Ports } from '../ports.ts';

/** Requests that are run one after the other, with one row of the table. */
export type PlannedIteration = {
  readonly iteration: number;
  readonly row: number | null;
  readonly requests: readonly RunRequest[];
};

/** What iterations are made of. */
export type IterationPlan = Pick<RunPlan, 'iterations' | 'shard' | 'onlyFailedOf'> & {
  readonly requests: readonly RunRequest[];
  /** Rows of the table; `null` without one. */
  readonly rows: number | null;
};

/** So many iterations that failed are read at once. */
const pageSize = 200;

/**
 * The iterations of a run, one at a time: all rows of the table, and then all of them again as often as asked. A shard
 * takes every count-th of them.
 */
export function* plannedIterations(
  plan: IterationPlan,
  ports: Pick<Ports, 'runs'>,
): Generator<Result<PlannedIteration, Problem>> {
  const { index, count } = plan.shard ?? { index: 1, count: 1 };
  let position = 0;
  for (const iteration of plan.onlyFailedOf === null ? all(plan) : failed(plan, plan.onlyFailedOf, ports)) {
    if (!iteration.ok || position % count === index - 1) yield iteration;
    position += 1;
  }
}

function* all({ requests, rows, iterations }: IterationPlan): Generator<Result<PlannedIteration, Problem>> {
  const each = rows ?? 1;
  for (let index = 0; index < each * iterations; index += 1) {
    yield ok({ iteration: index + 1, row: rows === null ? null : (index % each) + 1, requests });
  }
}

function* failed(
  { requests }: IterationPlan,
  runId: string,
  { runs }: Pick<Ports, 'runs'>,
): Generator<Result<PlannedIteration, Problem>> {
  for (let after = 0; ;) {
    const page = runs.failedIterations(runId, { after, limit: pageSize });
    if (!page.ok) {
      yield page;
      return;
    }
    for (const { iteration, row, paths } of page.value) {
      const again = requests.filter(({ path }) => paths.some((one) => isAtOrUnder(path, one)));
      if (again.length > 0) yield ok({ iteration, row, requests: again });
    }
    const last = page.value.at(-1);
    if (last === undefined) return;
    after = last.iteration;
  }
}
