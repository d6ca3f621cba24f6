import type { Stores } from '../stores/stores.ts';
import { diskState } from './disk-state.ts';
import { isEdited } from './is-edited.ts';

/**
 * Closes a tab and forgets what happened in it; the history keeps every exchange. Edits of a saved request, and one
 * whose file is gone, can be had back for a while.
 */
export function closeTab({ tabs, exchanges, layout, collections }: Stores, id: string): void {
  const tab = tabs.getState().tabs.find((candidate) => candidate.id === id);
  tabs.getState().close(id);
  exchanges.getState().forget(id);
  if (tab === undefined || tab.saved === null) return;
  const isGone = diskState(tab, collections.getState().overview.collections).kind === 'gone';
  if (!isGone && !isEdited(tab)) return;
  layout.getState().offerUndo({
    text: `${tab.title} closed with what is not saved.`,
    run: async () => {
      tabs.getState().open(tab);
      return null;
    },
  });
}
