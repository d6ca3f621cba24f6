import { parseTags } from '../../shared/engine/parse-tags.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { selectAnnotation } from '../stores/create-annotation-store.ts';
import type { Stores } from '../stores/stores.ts';
import { annotate } from './annotate.ts';

/** Stores what was typed on an exchange; until that succeeds, it stays as typed. Gives what is wrong, if anything. */
export async function saveNote(stores: Stores, id: string): Promise<Problem | null> {
  const { annotations } = stores;
  const draft = annotations.getState().drafts[id];
  if (draft === undefined) return null;
  const tags = parseTags(draft.tags);
  if (!tags.ok) return tags.error;
  const { pinned } = selectAnnotation(id)(annotations.getState());
  const problem = await annotate(stores, id, { ...draft, tags: tags.value, pinned });
  // Somebody may have gone on typing meanwhile.
  const isSame = annotations.getState().drafts[id] === draft;
  if (problem === null && isSame) annotations.getState().edit(id, null);
  return problem;
}
