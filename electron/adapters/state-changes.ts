/** A value somewhere in plain JSON was set; without `value` it was removed. The path is of keys and indices. */
export type StateChange = { readonly path: readonly (string | number)[]; readonly value?: unknown };

/**
 * What turns one plain JSON value into another. Parts that are the very same object are not looked into, so that of two
 * states which share most of what they hold only the rest costs time.
 */
export function changesBetween(
  before: unknown,
  after: unknown,
  path: StateChange['path'] = [],
): readonly StateChange[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after) && after.length >= before.length)
    return after.flatMap((value, index) => changesBetween(before[index], value, [...path, index]));
  // A path that leads through the prototype would change every object there is.
  if (!isRecord(before) || !isRecord(after) || Object.hasOwn(after, '__proto__'))
    return [{ path, value: after }];
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...removed.map((key) => ({ path: [...path, key] })),
    ...Object.entries(after).flatMap(([key, value]) => changesBetween(before[key], value, [...path, key])),
  ];
}

/** Makes the changes in place, in order, and gives the value. */
export function applyChanges(root: unknown, changes: readonly StateChange[]): unknown {
  return changes.reduce((value, change) => applyChange(value, change), root);
}

function applyChange(root: unknown, { path, ...change }: StateChange): unknown {
  const [last, parents] = [path.at(-1), path.slice(0, -1)];
  if (last === undefined) return change.value;
  const parent = parents.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    root,
  ) as Record<string | number, unknown>;
  if ('value' in change) parent[last] = change.value;
  else delete parent[last];
  return root;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
