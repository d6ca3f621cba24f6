import type { HashDifference } from '../../model/hash-comparison.ts';
import type { DigestName, Digests } from '../../ports/digests.ts';
import { type Attempt, baseOf, maskedBaseOf, type Variant } from './attempt.ts';

/** More texts than this are not hashed, so that an answer comes at once. */
export const mostHashes = 6000;

/** More explanations of one hash than this help nobody. */
const mostFound = 3;

export type SearchInput = {
  readonly right: Attempt;
  readonly variants: readonly Variant[];
  /** Lower-case hexadecimal. */
  readonly wanted: string;
  readonly digest: DigestName;
  readonly digests: Digests;
};

export type SearchResult = { readonly found: readonly HashDifference[]; readonly tried: number };

/**
 * Looks for the text that has a hash: the right one with one mistake, then with two, likelier ones before others. Texts
 * with two are looked at only where none with one fits. Of mistakes that come to the same text the likeliest are told.
 */
export function searchAttempts(input: SearchInput): SearchResult {
  const { right, digest, digests, wanted } = input;
  const variants = input.variants.toSorted((one, other) => one.cost - other.cost);
  const fits = new Map<string, boolean>();
  const isWanted = (attempt: Attempt): boolean => {
    const base = baseOf(attempt);
    const key = JSON.stringify([base, attempt.key]);
    const known = fits.get(key);
    if (known !== undefined || fits.size >= mostHashes) return known ?? false;
    const hash =
      attempt.key === null ? digests.digest(digest, base) : digests.hmac(digest, attempt.key, base);
    fits.set(key, hash === wanted);
    return hash === wanted;
  };
  for (const mistakes of [variants.map((variant) => [variant]), pairs(variants)]) {
    const found: HashDifference[] = [];
    let best = Number.POSITIVE_INFINITY;
    for (const made of mistakes) {
      if (fits.size >= mostHashes || found.length >= mostFound || costOf(made) > best) break;
      const attempt = made.reduce((result: Attempt, { apply }) => apply(result), right);
      if (!isWanted(attempt)) continue;
      found.push(describe(made, attempt));
      best = costOf(made);
    }
    if (found.length > 0) return { found, tried: fits.size };
  }
  return { found: [], tried: fits.size };
}

/** Two mistakes of different kinds, the likeliest pairs first. */
function pairs(variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const all = variants.flatMap((first, index) =>
    variants.slice(index + 1).flatMap((second) => (first.axis === second.axis ? [] : [[first, second]])),
  );
  return all.toSorted((left, right) => costOf(left) - costOf(right));
}

function costOf(made: readonly Variant[]): number {
  return made.reduce((sum, { cost }) => sum + cost, 0);
}

function describe(made: readonly Variant[], attempt: Attempt): HashDifference {
  return {
    what: `Their text ${made.map(({ what }) => what).join('; and it ')}.`,
    change: [...new Set(made.map(({ change }) => change))].join(' '),
    base: maskedBaseOf(attempt),
  };
}
