import type { Stores } from '../stores/stores.ts';

/** Forgets a run and its results; what it sent stays in the history. */
export async function removeRun({ runs, runList, layout }: Stores, id: string): Promise<void> {
  const problem = await runs.getState().remove(id);
  if (problem !== null) return layout.getState().notify(problem);
  runList.getState().forgetRun(id);
  const { page, showPage, say } = layout.getState();
  if (page?.kind === 'run' && page.id === id) showPage(null);
  say('Removed the run; what it sent stays in the history');
}
