import type { Stores } from '../stores/stores.ts';

/** Ends a run after the requests under way. */
export async function cancelRun({ runs, layout }: Stores, id: string): Promise<void> {
  const problem = await runs.getState().cancel(id);
  if (problem !== null) layout.getState().notify(problem);
}
