/** One way in which a hash that was given differs from the right one. */
export type HashDifference = {
  /** A sentence: what their text is. */
  readonly what: string;
  /** A sentence or two: what to change, here or there. */
  readonly change: string;
  /** Their text with secrets as dots. */
  readonly base: string;
};

/**
 * What a hash that somebody gave is.
 *
 * - `equal`: it is the right one, character for character.
 * - `other-notation`: the right one, written in another way; the remarks say how.
 * - `explained`: the hash of another text; the differences say which. A hash that fits leaves no doubt.
 * - `near`: the right one with characters missing or mistyped.
 * - `no-hash`: nothing that the algorithm yields, and no other common hash of a likely text either.
 * - `unexplained`: it could be one, and fits none of the texts that were tried.
 */
export type HashComparison = {
  readonly verdict: 'equal' | 'other-notation' | 'explained' | 'near' | 'no-hash' | 'unexplained';
  /** A sentence for the result. */
  readonly headline: string;
  /** Sentences on how the given hash is written. */
  readonly remarks: readonly string[];
  /** Best first; none unless the verdict is `explained`. */
  readonly differences: readonly HashDifference[];
  /** What to do next; `null` where nothing is left to do. */
  readonly advice: string | null;
  /** How many texts were hashed. */
  readonly tried: number;
};
