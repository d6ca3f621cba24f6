import type { Stores } from '../stores/stores.ts';
import { annotate } from './annotate.ts';
import { readEntry } from './read-entry.ts';

/** Pins a stored exchange or lets it go; its note, tags and ticket stay as they are stored. */
export async function setPinned(stores: Stores, id: string, pinned: boolean): Promise<void> {
  const entry = await readEntry(stores, id);
  if (entry === null) return;
  const problem = await annotate(stores, id, { ...entry.annotation, pinned });
  if (problem !== null) stores.layout.getState().notify(problem);
}
