import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Stores } from '../stores/stores.ts';

/** Deletes an environment and offers to take that back. Gives why it could not. */
export async function removeEnvironment(
  { environments, layout }: Stores,
  { id, name }: Environment,
): Promise<Problem | null> {
  const refused = await environments.getState().remove(id);
  if (refused !== null) return refused;
  layout.getState().offerUndo({
    text: `Environment ${name} deleted.`,
    run: () => environments.getState().restore(id),
  });
  return null;
}

/** Takes back what was offered to be taken back. */
export async function undoLast({ layout }: Stores): Promise<void> {
  const { undo, offerUndo, notify } = layout.getState();
  if (undo === null) return;
  offerUndo(null);
  notify(await undo.run());
}
