/** The names in order: first those the order lists, then the others by name. What is listed and not there counts for nothing. */
export function orderNames(names: readonly string[], order: readonly string[]): readonly string[] {
  const there = new Set(names);
  const listed = [...new Set(order)].filter((name) => there.has(name));
  const known = new Set(listed);
  return [...listed, ...names.filter((name) => !known.has(name)).toSorted()];
}

/**
 * The list that keeps names in order: the one there was where it does so already and lists none that went. Names of
 * files that cannot be read just now keep their places.
 */
export function orderFor(
  names: readonly string[],
  unread: readonly string[],
  before: readonly string[],
  gone: readonly string[],
): readonly string[] {
  const ordered = orderNames(names, before);
  const isSame = ordered.every((name, index) => name === names[index]);
  return isSame && !gone.some((name) => before.includes(name)) ? before : insertAfter(names, unread, before);
}

/** Takes a change of an order back in an order that somebody changed since. */
export function undoOrder(
  now: readonly string[],
  change: { readonly before: readonly string[]; readonly after: readonly string[] },
): readonly string[] {
  const { before, after } = change;
  const kept = now.filter((name) => before.includes(name) || !after.includes(name));
  const removed = before.filter((name) => !after.includes(name) && !kept.includes(name));
  return insertAfter(kept, removed, before);
}

/** Puts each of some names after the one it stood after. */
function insertAfter(
  names: readonly string[],
  added: readonly string[],
  before: readonly string[],
): readonly string[] {
  const result = [...names];
  for (const name of added) {
    const previous = before.slice(0, before.indexOf(name)).findLast((earlier) => result.includes(earlier));
    result.splice(previous === undefined ? 0 : result.indexOf(previous) + 1, 0, name);
  }
  return result;
}
