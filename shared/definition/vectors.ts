import type { LookUp, Refund } from '../model/refund.ts';
import type { Verdict } from '../model/verdict.ts';

/** A known answer for signing: the text that is hashed and what must come out. */
export type SignatureVector = {
  readonly title: string;
  readonly template: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly base: string;
  readonly result: string;
  readonly source: string;
};

/** A template on known values, and the exact request it must become. */
export type RequestVector = {
  readonly title: string;
  readonly template: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
};

/** A response as documented, and what it means. */
export type AnswerVector = {
  readonly title: string;
  readonly status: number | null;
  readonly body: string;
  readonly operation: string;
  readonly verdict: Verdict;
  /** The catalog entry that must come first, or `null` where none fits. */
  readonly entry: string | null;
  /** How many entries must fit equally well; one unless said otherwise. */
  readonly equallyGood?: number;
};

/** One send of a journey through the real sandbox. */
export type JourneyStep = {
  readonly template: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly verdict: Verdict;
  readonly entry: string | null;
  /** The exact body, where the documents print it. */
  readonly body?: string;
};

/** A sequence of sends on a fresh ledger. */
export type Journey = { readonly title: string; readonly steps: readonly JourneyStep[] };

/** A refund in short: transaction, amount, and the refund id where the API has one. */
export type RefundVector = readonly [
  transaction: Refund['transaction'],
  amount: Refund['amount'],
  refundId?: string,
];

/** Everything the test suite holds an API folder to; a folder without vectors fails. */
export type ApiVectors = {
  readonly signatures: readonly SignatureVector[];
  readonly requests: readonly RequestVector[];
  readonly answers: readonly AnswerVector[];
  readonly journeys: readonly Journey[];
  /** The refunds that each template asks for on its demo values; none for one that asks, or only calls something off. */
  readonly refunds: Readonly<Record<string, readonly RefundVector[]>>;
  /** What the follow-up of a template proves of its refund on a fresh ledger; `null` where it proves nothing. */
  readonly followUps: Readonly<Record<string, LookUp['state'] | null>>;
};
