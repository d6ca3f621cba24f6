import type { Annotation } from '../../shared/model/annotation.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';

/** Replaces what is written on an exchange, wherever it is shown; gives what kept it from being stored, if anything. */
export async function annotate(
  { annotations, search }: Stores,
  id: string,
  annotation: Annotation,
): Promise<Problem | null> {
  const problem = await annotations.getState().store(id, annotation);
  if (problem !== null) return problem;
  const kept = annotations.getState().stored[id];
  if (kept !== undefined) search.getState().setAnnotation(id, kept);
  return null;
}
