import type { Stores } from '../stores/stores-context.tsx';
import { readEntry } from './read-entry.ts';

/** Pins a stored exchange or lets it go; its note, tags and ticket stay as they are stored. */
export async function setPinned(stores: Stores, id: string, pinned: boolean): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  const { history, layout } = stores;
  const problem = await history.getState().annotate(id, { ...entry.annotation, pinned });
  if (problem !== null) layout.getState().notify(problem);
}
