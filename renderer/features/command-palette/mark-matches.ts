/** A piece of a text, and whether it is what was looked for. */
export type MarkedPiece = { readonly text: string; readonly isMatch: boolean };

/** Splits a text where the words stand in it. The pieces together are the text. */
export function markMatches(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const folded = text.toLowerCase();
  // Some letters become longer in lower case; then no place in one is a place in the other.
  if (folded.length !== text.length) return [{ text, isMatch: false }];
  const isMatch = Array.from({ length: text.length }, () => false);
  for (const word of words.filter((one) => one !== '')) {
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
      isMatch.fill(true, at, at + word.length);
    }
  }
  const borders = isMatch.flatMap((match, at) => (at === 0 || match !== isMatch[at - 1] ? [at] : []));
  return borders.map((from, place) => ({
    text: text.slice(from, borders[place + 1]),
    isMatch: isMatch[from] === true,
  }));
}
