import type { Verdict } from './verdict.ts';

/** One item of a batch, with the catalog entry that explains it. */
export type ItemExplanation = {
  readonly kind: string;
  readonly asked: string | null;
  readonly verdict: Verdict;
  readonly detail: string;
  readonly refundId: string | null;
};

/** An answer, or the lack of one, in the user's words, matched against the error catalog. */
export type Explanation = {
  readonly verdict: Verdict;
  /** The verdict in words: `Refused: same amount refunded twice within 5 minutes`. */
  readonly headline: string;
  readonly meaning: string;
  /** What to do next. */
  readonly remedy: string;
  /** Whether sending again is safe, as a sentence. */
  readonly resend: string;
  /** The provider's codes in the answer, as text, most important first, documented or not. */
  readonly codes: readonly string[];
  /** Ids of the catalog entries that fit, best first. */
  readonly entries: readonly string[];
  /** How many of them fit equally well; with two or more the answer alone cannot tell them apart. */
  readonly equallyGood: number;
  /** Ids of the entries that come nearest, where none fits. */
  readonly nearest: readonly string[];
  readonly items: readonly ItemExplanation[];
  /** Ids worth keeping that the provider gave back. */
  readonly identifiers: readonly (readonly [name: string, value: string])[];
  /** Remarks on the answer itself. */
  readonly notes: readonly string[];
};

/** What an explanation says of an answer that was not read, or of none. */
export const nothingRead: Pick<
  Explanation,
  'codes' | 'entries' | 'equallyGood' | 'nearest' | 'items' | 'identifiers' | 'notes'
> = { codes: [], entries: [], equallyGood: 0, nearest: [], items: [], identifiers: [], notes: [] };
