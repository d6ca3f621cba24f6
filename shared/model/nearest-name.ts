/**
 * The one name that was most likely meant: the same but for case, dashes and underscores, else one that is one slip
 * away (two in a long name): a letter too many, too few, another, or two swapped. `null` where none or several are.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const folded = fold(name);
  const candidates = [...new Set(known)].filter((candidate) => candidate !== name);
  const same = candidates.filter((candidate) => fold(candidate) === folded);
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null;
  const allowed = folded.length < 4 ? 0 : folded.length < 8 ? 1 : 2;
  const slips = candidates
    .map((candidate) => ({ candidate, count: countSlips(folded, fold(candidate)) }))
    .filter(({ count }) => count <= allowed);
  const fewest = Math.min(...slips.map(({ count }) => count));
  const best = slips.filter(({ count }) => count === fewest);
  return best.length === 1 ? (best[0]?.candidate ?? null) : null;
}

function fold(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

/** Letters too many, too few or other, and neighbours swapped, that lead from one text to the other. */
function countSlips(left: string, right: string): number {
  // Names that differ this much in length are no slip, and a long one would cost a table.
  if (Math.abs(left.length - right.length) > 2) return Number.POSITIVE_INFINITY;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const other = left[row - 1] === right[column - 1] ? 0 : 1;
      const isSwapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          (current[column - 1] ?? 0) + 1,
          (last[column] ?? 0) + 1,
          (last[column - 1] ?? 0) + other,
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, current];
  }
  return last[right.length] ?? 0;
}
