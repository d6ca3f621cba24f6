/** One refund that a request asks for; a batch asks for several. Every text is as it stands in the request. */
export type Refund = {
  /** The payment, order, invoice or donation that is refunded, by the id that the request names. */
  readonly transaction: string;
  /** `null` where the request gives no amount and so asks for all that is left. */
  readonly amount: string | null;
  /** The id that makes a repeat recognisable to the provider; `null` where the API has none. */
  readonly refundId: string | null;
};

/**
 * What is known of a refund that was asked for.
 *
 * - `open`: recorded, and no outcome yet; after a crash it stays so, and may have happened.
 * - `unknown`: it left, and what became of it is not proven.
 * - `not-sent`: no byte of it left.
 */
export type RefundState = 'open' | 'accepted' | 'pending' | 'refused' | 'unknown' | 'not-sent';

/** What a status call proves of one refund. A text that is `null` is not named, and so ties nothing down. */
export type LookUp = {
  readonly transaction: string | null;
  readonly refundId: string | null;
  /** As the answer writes it. Tells two refunds apart where one id was used for different amounts. */
  readonly amount: string | null;
  readonly state: 'accepted' | 'pending' | 'refused';
};
