import { selectActiveTab } from '../stores/create-tab-store.ts';
import type { Stores } from '../stores/stores.ts';

/** Shows the next tab or the one before it; behind the last comes the first. From a page, the one nearest to it. */
export function stepTab({ tabs, layout }: Stores, by: 1 | -1): void {
  const { tabs: open, active, activate } = tabs.getState();
  const isPage = layout.getState().page !== null;
  // A page stands behind the last tab.
  const from = isPage ? (by === 1 ? -1 : open.length) : open.findIndex(({ id }) => id === active);
  const next = open[(from + by + open.length) % open.length];
  if (next === undefined) return;
  activate(next.id);
  layout.getState().showPage(null);
}

/** Moves the active tab by one place. */
export function moveTab({ tabs }: Stores, by: 1 | -1): void {
  const { tabs: open, active, move } = tabs.getState();
  if (active !== null) move(active, open.findIndex(({ id }) => id === active) + by);
}

/** Pins the active tab, or lets it go. */
export function togglePin({ tabs }: Stores): void {
  const tab = selectActiveTab(tabs.getState());
  if (tab !== null) tabs.getState().pin(tab.id, !tab.pinned);
}
