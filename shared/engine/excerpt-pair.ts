/** Characters of a value that are shown; longer ones are cut around the first difference. */
const most = 600;

/** Characters shown before the first difference of a value that was cut. */
const before = 60;

/** Two texts, cut to what matters; each says how long it was where something was left out. */
export function excerptPair(left: string, right: string): readonly [string, string] {
  if (left.length <= most && right.length <= most) return [left, right];
  const start = Math.max(0, firstDifference(left, right) - before);
  return [excerpt(left, start), excerpt(right, start)];
}

function firstDifference(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  let index = 0;
  while (index < shorter && left[index] === right[index]) index += 1;
  return index;
}

function excerpt(text: string, start: number): string {
  const shown = text.slice(start, start + most);
  if (shown.length === text.length) return text;
  return `${start > 0 ? '… ' : ''}${shown}${start + most < text.length ? ' …' : ''} (from character ${start + 1} of ${text.length})`;
}
