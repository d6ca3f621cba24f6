/**
 * What the Tab key does in every editor of the window: indent, or go to the next control. Monaco has one such switch for
 * all editors; here it stands for those parts of the window that are there before Monaco is loaded.
 */
let leaves = false;
const listeners = new Set<() => void>();

/** True where Tab leaves the editor. */
export function tabLeaves(): boolean {
  return leaves;
}

export function setTabLeaves(value: boolean): void {
  if (value === leaves) return;
  leaves = value;
  listeners.forEach((listener) => listener());
}

/** Calls back on every change, until the function it gives is called. */
export function onTabKeyChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
