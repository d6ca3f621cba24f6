import type { Tab, Tabs } from '../../shared/model/tab.ts';

/** A tab that was closed, and where it stood. */
export type ClosedTab = { readonly tab: Tab; readonly index: number };

/** Takes tabs out. What is shown stays; where it is gone, its neighbour to the right is shown, else the one to the left. */
export function withoutTabs({ tabs, active }: Tabs, ids: ReadonlySet<string>): Tabs {
  const left = tabs.filter(({ id }) => !ids.has(id));
  if (active === null || !ids.has(active)) return { tabs: left, active };
  const from = tabs.findIndex(({ id }) => id === active);
  const isLeft = ({ id }: Tab): boolean => !ids.has(id);
  const next = tabs.slice(from).find(isLeft) ?? tabs.slice(0, Math.max(from, 0)).findLast(isLeft);
  return { tabs: left, active: next?.id ?? null };
}

/** Puts a closed tab back to where it stood, as near as what is open now lets it, and shows it. */
export function withTab({ tabs }: Tabs, { tab, index }: ClosedTab): Tabs {
  return { tabs: pinnedFirst(tabs.toSpliced(index, 0, tab)), active: tab.id };
}

/** Moves a tab to that place among those of its kind: a pinned one stays with the pinned. */
export function movedTab(tabs: readonly Tab[], id: string, index: number): readonly Tab[] {
  const from = tabs.findIndex((tab) => tab.id === id);
  const moved = tabs[from];
  if (moved === undefined) return tabs;
  return pinnedFirst(tabs.toSpliced(from, 1).toSpliced(Math.max(index, 0), 0, moved));
}

/** Pins a tab, behind those that are pinned already, or lets it go, before all that are not. */
export function pinnedTab(tabs: readonly Tab[], id: string, pinned: boolean): readonly Tab[] {
  const tab = tabs.find((candidate) => candidate.id === id);
  if (tab === undefined || tab.pinned === pinned) return tabs;
  const others = tabs.filter((other) => other !== tab);
  const border = others.filter((other) => other.pinned).length;
  return others.toSpliced(border, 0, { ...tab, pinned });
}

/** The pinned ones in their order, then the others in theirs. */
export function pinnedFirst(tabs: readonly Tab[]): readonly Tab[] {
  return [...tabs.filter(({ pinned }) => pinned), ...tabs.filter(({ pinned }) => !pinned)];
}
