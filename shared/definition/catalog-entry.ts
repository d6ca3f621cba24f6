import type { Source } from '../model/source.ts';
import type { Verdict } from '../model/verdict.ts';

/**
 * Whether the same refund may be sent again.
 *
 * - `not-needed`: it is done, or already under way.
 * - `never`: sending again can only fail or do harm.
 * - `same-id`: the identical request, with the same refund id, is documented as safe.
 * - `new-id`: as a new refund with a new id.
 * - `after-fix`: once what the entry names is mended.
 * - `after-wait`: later, unchanged.
 * - `after-status`: only once a status look-up or the provider says that the first did not happen.
 */
export type ResendAdvice =
  'not-needed' | 'never' | 'same-id' | 'new-id' | 'after-fix' | 'after-wait' | 'after-status';

/** One answer that the provider documents, or that we assume, with what it means for the user. */
export type CatalogEntry = {
  /** Unique in its API, kebab-case. */
  readonly id: string;
  /** HTTP statuses it comes with; empty where the documents do not say. */
  readonly status: readonly number[];
  /** The provider's own code as text, or `null` where the answer has none. */
  readonly code: string | null;
  /** The provider's words; `{name}` stands for any text there. `null` where the body is not documented. */
  readonly message: string | null;
  /** A few words for headlines and lists. */
  readonly title: string;
  readonly verdict: Verdict;
  readonly meaning: string;
  readonly remedy: string;
  readonly resend: ResendAdvice;
  readonly source: Source;
  /** Answers of a companion call, or of another product of the provider, are kept but ranked after the call's own. */
  readonly concerns: 'this call' | 'companion call' | 'related page';
};
