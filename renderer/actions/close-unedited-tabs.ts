import type { Stores } from '../stores/stores.ts';
import { isEdited } from './is-edited.ts';

/** Closes the tabs that hold nothing of the user's own and are not pinned: all of it can be opened again. */
export function closeUneditedTabs({ tabs }: Stores): void {
  const { tabs: open, close } = tabs.getState();
  close(open.filter((tab) => !tab.pinned && !isEdited(tab)).map(({ id }) => id));
}
