import { entriesOf, panes } from './panes.ts';

/** Where the focus was in a pane when it was left. */
const left = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next pane or the one before it: to where it was there, else to the first that takes it. */
export function movePane(by: 1 | -1): void {
  const present = [...document.querySelectorAll<HTMLElement>(panes)].filter(
    (pane) => entriesOf(pane).length > 0,
  );
  const { activeElement } = document;
  // A pane may stand in another; the innermost counts.
  const from = present.findLastIndex((pane) => pane.contains(activeElement));
  const pane = present[from];
  if (pane !== undefined && activeElement instanceof HTMLElement) left.set(pane, activeElement);
  const start = from === -1 && by === -1 ? 0 : from;
  const next = present[(start + by + present.length) % present.length];
  if (next === undefined) return;
  const before = left.get(next);
  (before?.isConnected === true ? before : entriesOf(next)[0])?.focus();
}
