import type { ExchangeSummary } from './exchange.ts';
import type { JournalEntry } from './journal.ts';

/** Everything that was sent about some transactions at one target, oldest first: refunds and status calls alike. */
export type Timeline = {
  /** The payments, orders, invoices or donations it is about, as requests name them. */
  readonly transactions: readonly string[];
  readonly events: readonly TimelineEvent[];
};

export type TimelineEvent = {
  readonly exchange: ExchangeSummary;
  /** Its refunds of these transactions; empty for a call that only asks. */
  readonly refunds: readonly JournalEntry[];
};
