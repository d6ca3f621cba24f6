import type { Tab } from '../../shared/model/tab.ts';
import type { Stores } from '../stores/stores.ts';
import { diskState } from './disk-state.ts';
import { isEdited } from './is-edited.ts';

/** Which tabs are closed at once, as seen from one of them. */
export type TabsToClose = 'others' | 'right' | 'all';

/**
 * Closes tabs and forgets what happened in them; the history keeps every exchange. All can be opened again; where
 * something in them stands nowhere else, that is offered at once.
 */
export function closeTabs(stores: Stores, ids: readonly string[]): void {
  const { tabs, exchanges, layout } = stores;
  const closed = tabs.getState().tabs.filter(({ id }) => ids.includes(id));
  tabs.getState().close(ids);
  for (const { id } of closed) exchanges.getState().forget(id);
  const [first] = closed;
  if (first === undefined || (closed.length === 1 && !holdsMore(stores, first))) return;
  layout.getState().offerUndo({
    text:
      closed.length === 1 ? `${first.title} closed with what is not saved.` : `${closed.length} tabs closed.`,
    run: async () => {
      tabs.getState().reopen(closed.map(({ id }) => id));
      return null;
    },
  });
}

/** The tabs that would be closed; pinned ones never are. */
export function tabsToClose(tabs: readonly Tab[], id: string, which: TabsToClose): readonly string[] {
  const from = tabs.findIndex((tab) => tab.id === id);
  return tabs
    .filter(({ pinned }, index) => {
      if (pinned) return false;
      return which === 'all' || (which === 'others' ? index !== from : index > from);
    })
    .map((tab) => tab.id);
}

/** Closes what is seen: the page, where one stands over the tabs, else the active tab. */
export function closeShown(stores: Stores): void {
  const { page, showPage } = stores.layout.getState();
  const { active } = stores.tabs.getState();
  if (page !== null) showPage(null);
  else if (active !== null) closeTabs(stores, [active]);
}

/** Whether a tab holds what stands nowhere else. */
function holdsMore({ collections }: Stores, tab: Tab): boolean {
  if (isEdited(tab)) return true;
  return tab.saved !== null && diskState(tab, collections.getState().overview.collections).kind === 'gone';
}
