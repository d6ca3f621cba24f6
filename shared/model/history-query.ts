/** Filters that hold where an exchange has one of the given values, without regard to case. */
export const facetNames = [
  'api',
  'env',
  'class',
  'verdict',
  'code',
  'status',
  'template',
  'tag',
  'ticket',
  'transaction',
  'refund',
  'fingerprint',
  'is',
] as const;

export type FacetName = (typeof facetNames)[number];

/** A range of amounts. Ends are exact decimal texts; `null` is no end. */
export type AmountRange = {
  readonly from: string | null;
  readonly to: string | null;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
};

/**
 * What is looked for: every condition has to hold. Of several values of one facet, or several ranges of amounts, one is
 * enough.
 */
export type HistoryQuery = {
  /**
   * Each must be found: as the beginning of a word of request, answer, headline, note or ticket (a term of several words
   * as these words in a row, the last one by its beginning), or anywhere inside a transaction id, refund id or another
   * id of the provider, where signs that are neither letters nor digits do not count.
   */
  readonly terms: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** ISO 8601, UTC; inclusive. */
  readonly after: string | null;
  /** ISO 8601, UTC; exclusive. */
  readonly before: string | null;
  readonly amounts: readonly AmountRange[];
};

export const everything: HistoryQuery = { terms: [], facets: {}, after: null, before: null, amounts: [] };
