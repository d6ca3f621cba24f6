const separators = [',', ';', '\t', '|'] as const;

/** So many lines decide. */
const mostLines = 20;

/**
 * The separator that cuts the first lines into the same number of cells, most lines first, then most cells.
 * `null` where none stands in the first line: it has one column then.
 */
export function findSeparator(text: string): string | null {
  const candidates = separators
    .map((separator) => ({ separator, counts: countPerLine(text, separator) }))
    .filter(({ counts }) => (counts[0] ?? 0) > 0)
    .map(({ separator, counts }) => {
      const [first = 0] = counts;
      return { separator, first, agreeing: counts.filter((count) => count === first).length };
    })
    .toSorted((left, right) => right.agreeing - left.agreeing || right.first - left.first);
  return candidates[0]?.separator ?? null;
}

/** How often a sign stands outside quotes in each of the first lines. */
function countPerLine(text: string, sign: string): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  let isBlank = true;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || character !== '\n') {
      if (!isQuoted && character === sign) count += 1;
      if (character !== '\r') isBlank = false;
      continue;
    }
    if (!isBlank) counts.push(count);
    if (counts.length === mostLines) return counts;
    count = 0;
    isBlank = true;
  }
  // The last line may be cut off in its middle, unless it is the only one.
  return counts.length === 0 ? [count] : counts;
}

/** A separator in words. */
export function separatorName(separator: string): string {
  const names: Readonly<Record<string, string>> = {
    ',': 'the comma',
    ';': 'the semicolon',
    '\t': 'the tab',
    '|': 'the bar |',
  };
  return names[separator] ?? `"${separator}"`;
}
