import { choosePaths, pathsOfChosen } from '../../../shared/engine/choose-requests.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import type { EnvironmentClass } from '../../../shared/model/environment.ts';
import type { RunPlan, RunSummary } from '../../../shared/model/run.ts';
import type { TableDescription } from '../../../shared/model/table.ts';

/** Milliseconds that a request gets where nothing else is said. */
export const usualTimeout = 60_000;

/** The data file of a run: read here, or kept from an earlier run, of which only this much is known. */
export type ChosenTable = Pick<TableDescription, 'id' | 'name' | 'rows'> & {
  readonly description: TableDescription | null;
};

/** What is chosen of a run before it starts. */
export type RunForm = {
  /** Paths of requests. */
  readonly chosen: ReadonlySet<string>;
  readonly environmentId: string;
  readonly table: ChosenTable | null;
  readonly iterations: number;
  readonly delay: number;
  readonly concurrency: number;
  readonly bail: boolean;
  readonly timeout: number;
  readonly overrides: RunPlan['overrides'];
};

/** The form as it opens: with the settings of an earlier run where one is named. */
export function openRunForm(
  collection: Collection,
  paths: readonly string[],
  activeEnvironment: string,
  earlier: RunSummary | null,
): RunForm {
  const { plan, table } = earlier ?? { plan: null, table: null };
  return {
    chosen: choosePaths(collection.items, paths),
    environmentId: plan?.environmentId ?? activeEnvironment,
    table:
      plan === null || plan.table === null || table === null
        ? null
        : { id: plan.table, ...table, description: null },
    iterations: plan?.iterations ?? 1,
    delay: plan?.delay ?? 0,
    concurrency: plan?.concurrency ?? 1,
    bail: plan?.bail ?? false,
    timeout: plan?.timeout ?? usualTimeout,
    overrides: plan?.overrides ?? {},
  };
}

/** What of a plan the form does not say. */
export type PlanContext = {
  readonly collection: Collection;
  readonly environmentClass: EnvironmentClass;
  readonly onlyFailedOf: string | null;
};

export function planOf(
  { chosen, table, concurrency, ...settings }: RunForm,
  { collection: { id, items }, environmentClass, onlyFailedOf }: PlanContext,
): RunPlan {
  return {
    ...settings,
    target: { kind: 'saved', collection: id, paths: pathsOfChosen(items, chosen) },
    table: table?.id ?? null,
    concurrency: environmentClass === 'production' ? 1 : concurrency,
    onlyFailedOf,
    shard: null,
  };
}

/** How many requests a run would send. */
export function plannedRequests({ chosen, table, iterations }: RunForm): number {
  return chosen.size * (table?.rows ?? 1) * iterations;
}
