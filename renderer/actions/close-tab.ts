import type { Stores } from '../stores/stores-context.tsx';
import { isEdited } from './is-edited.ts';

/**
 * Closes a tab and forgets what happened in it; the history keeps every exchange. Edits of a saved request can be had
 * back for a while.
 */
export function closeTab({ tabs, exchanges, layout }: Stores, id: string): void {
  const tab = tabs.getState().tabs.find((candidate) => candidate.id === id);
  tabs.getState().close(id);
  exchanges.getState().forget(id);
  if (tab === undefined || tab.saved === null || !isEdited(tab)) return;
  layout.getState().offerUndo({
    text: `${tab.title} closed with edits that are not saved.`,
    run: async () => {
      tabs.getState().open(tab);
      return null;
    },
  });
}
