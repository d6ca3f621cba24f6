import type { Annotation } from '../model/annotation.ts';
import type { Exchange, ExchangeSummary, HistoryEntry, HistoryPage } from '../model/exchange.ts';
import type { HistoryQuery } from '../model/history-query.ts';
import type { Decision, JournalEntry, JournalRefund } from '../model/journal.ts';
import type { Problem } from '../model/problem.ts';
import type { LookUp, RefundState } from '../model/refund.ts';
import type { Result } from '../model/result.ts';
import type { HistoryDescription, Retention } from '../model/retention.ts';
import type { TimelineEvent } from '../model/timeline.ts';

/**
 * What a send that moves money wants to do. `guard` sees every earlier refund with one of the same fingerprints, newest
 * first, and gives what stops the send. Nothing can come between its look and the record, in any process.
 */
export type Claim = {
  readonly refunds: readonly JournalRefund[];
  readonly guard: (earlier: readonly JournalEntry[]) => readonly Problem[];
};

/** Where money moves: an API at one place. */
export type Target = Pick<JournalRefund, 'api' | 'target'>;

/**
 * Everything that was sent, and the journal of the refunds in it. A record stands before the first byte leaves, so a
 * crash cannot hide a send.
 */
export type HistoryStore = {
  /** Records that a send is about to happen and gives it its id. */
  begin(exchange: Omit<Exchange, 'id'>, claim: Claim | null): Result<string, readonly Problem[]>;
  /** Records what became of it; `states` are those of its refunds, in their order. */
  settle(exchange: Exchange, states: readonly RefundState[]): Result<null, Problem>;
  /** What fits a query, newest first. */
  search(query: HistoryQuery, page: HistoryPage): Result<readonly ExchangeSummary[], Problem>;
  get(id: string): Result<HistoryEntry | null, Problem>;
  /** Writes what people say of an exchange over what they said before. Gives `false` where there is no such exchange. */
  annotate(id: string, annotation: Annotation): Result<boolean, Problem>;
  /** How many exchanges can be listed. */
  count(): Result<number, Problem>;
  describe(): Result<HistoryDescription, Problem>;
  setRetention(retention: Retention): Result<null, Problem>;
  /**
   * Removes some of what the retention lets go, oldest first; `again` says that there may be more. Never what is pinned
   * or holds an unresolved refund; of an exchange with refunds the journal stays. `now` is ISO 8601, UTC.
   */
  sweep(now: string): Result<{ readonly removed: number; readonly again: boolean }, Problem>;
  /** When it was last swept to the end, ISO 8601, UTC; `null` for never, and where everything is kept. */
  sweptAt(): Result<string | null, Problem>;
  /**
   * The exchanges at one target that refund one of the transactions, or name one as a word of the request; the newest
   * 500, oldest first.
   */
  timeline(at: Target, transactions: readonly string[]): Result<readonly TimelineEvent[], Problem>;
  /** Of some words, the transactions that were refunded at the target; a refund id stands for its transaction. */
  transactionsOf(at: Target, words: readonly string[]): Result<readonly string[], Problem>;
  /** The refunds of one exchange, in its order. */
  refundsOf(exchangeId: string): Result<readonly JournalEntry[], Problem>;
  /** Earlier refunds with one of the fingerprints, newest first. */
  earlier(fingerprints: readonly string[]): Result<readonly JournalEntry[], Problem>;
  /** Amounts last asked for: of the same transaction, and of the same API and target; at most one of each. */
  lastAmounts(refund: JournalRefund): Result<readonly string[], Problem>;
  /** Exchanges with a refund that may have happened and of which nothing was found out since, newest first. */
  unresolved(): Result<readonly ExchangeSummary[], Problem>;
  /** Keeps what was found out about the refunds of one exchange that are open, unknown or pending. Gives how many. */
  decide(exchangeId: string, decision: Decision): Result<number, Problem>;
  /** The same for the refunds that a status call proved something of. */
  resolve(at: Target, lookUp: LookUp, decision: Decision): Result<number, Problem>;
};
