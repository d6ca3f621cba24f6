import type { Problem } from '../../shared/model/problem.ts';
import type { RunPlan } from '../../shared/model/run.ts';
import type { Stores } from '../stores/stores.ts';

/** Starts a run and shows how it goes; gives what keeps it from starting, if anything. */
export async function startRun(
  { runs, runList, layout }: Stores,
  plan: RunPlan,
): Promise<readonly Problem[]> {
  const started = await runs.getState().start(plan);
  if (!started.ok) return started.error;
  const { id } = started.value;
  // It may have got on since.
  runList.getState().noteRun(runs.getState().byId[id] ?? started.value);
  layout.getState().showPage({ kind: 'run', id });
  return [];
}
