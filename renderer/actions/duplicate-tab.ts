import type { Stores } from '../stores/stores.ts';

/** Opens a second tab with the same request. It is a draft of its own, saved nowhere yet. */
export function duplicateTab({ tabs, layout }: Stores, id: string): void {
  const { tabs: open, open: openTab, move } = tabs.getState();
  const index = open.findIndex((tab) => tab.id === id);
  const tab = open[index];
  if (tab === undefined) return;
  const { id: _id, saved: _saved, pinned: _pinned, ...content } = tab;
  move(openTab({ ...content, title: `${tab.title} copy` }), index + 1);
  layout.getState().showPage(null);
}
