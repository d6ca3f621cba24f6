import type { HeaderList } from '../model/headers.ts';
import type { WellFormed } from '../model/parsed-body.ts';
import type { RequestParts } from '../model/request-parts.ts';
import type { Verdict } from '../model/verdict.ts';

/** A response as an API reads it. Status, operation and request are `null` for a text pasted without them. */
export type Answer = {
  readonly status: number | null;
  readonly headers: HeaderList;
  readonly body: WellFormed;
  readonly operation: string | null;
  readonly request: RequestParts | null;
};

/** One thing the provider said; looked up in the catalog by code and message. */
export type Finding = {
  readonly code: string | null;
  readonly message: string | null;
};

/** The answer to one item of a batch. */
export type ItemReading = {
  /** What it was: `donation`, `tickets`. */
  readonly kind: string;
  /** The id by which the request named it, or `null` where the answer cannot be tied to one. */
  readonly asked: string | null;
  readonly verdict: Verdict;
  /** What the provider says of the amounts, in words with the unit. */
  readonly detail: string;
  /** The provider's id of the new refund. */
  readonly refundId: string | null;
};

/** What an API reads out of one of its answers. */
export type Reading = {
  readonly verdict: Verdict;
  /** Where a catalog entry fits, its verdict counts, and `verdict` only where none does. */
  readonly catalogDecides?: true;
  /** In order of importance; the catalog entry of the first is shown first. */
  readonly findings: readonly Finding[];
  readonly items?: readonly ItemReading[];
  /** A few words for the headline where the catalog's title would not do, as for a batch: `1 of 3 items, 2 recorded`. */
  readonly summary?: string;
  /** Ids worth keeping, such as the provider's request id, with their names. */
  readonly identifiers?: readonly (readonly [name: string, value: string])[];
  /** Remarks on the answer itself: a swapped envelope, a field that contradicts another. */
  readonly notes?: readonly string[];
};
