import type { Refund, RefundState } from './refund.ts';

/** A refund that is about to be asked for, as the journal keeps it. */
export type JournalRefund = Refund & {
  /** The same for the same money at the same provider, whatever id the request gives it. */
  readonly fingerprint: string;
  readonly api: string;
  /** Where it goes: the origin of the URL, or `sandbox`. */
  readonly target: string;
};

/** What somebody, or a status call, found out about a refund whose outcome was not known or not final. */
export type Decision = {
  readonly state: 'accepted' | 'pending' | 'refused';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: 'user' | 'look-up';
  /** Why, in the user's words; of a look-up the exchange that proved it. */
  readonly note: string;
};

/** One refund of one earlier send. */
export type JournalEntry = JournalRefund & {
  readonly exchangeId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly state: RefundState;
  readonly decision: Decision | null;
};

/** What is known of a refund now: what was found out later counts more than what was seen at first. */
export function standingOf({ state, decision }: JournalEntry): RefundState {
  return decision?.state ?? state;
}
