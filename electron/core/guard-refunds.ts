import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { type JournalEntry, type JournalRefund, standingOf } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RefundState } from '../../shared/model/refund.ts';

/** What a guard knows beside the journal. */
export type GuardInput = {
  readonly api: ApiDefinition;
  readonly refunds: readonly JournalRefund[];
  /** Exchanges that the user knows of and repeats on purpose. */
  readonly repeatOf: readonly string[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
};

/**
 * What stops a send because the same money was asked for before: an earlier refund that was taken, or one whose outcome
 * is not known. What was refused, or never left, stops nothing. One problem for each earlier exchange.
 */
export function guardRefunds(input: GuardInput, earlier: readonly JournalEntry[]): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const refund of input.refunds) {
    const same = earlier.filter(({ fingerprint }) => fingerprint === refund.fingerprint);
    const uncertain = same.filter((entry) => isUncertain(standingOf(entry)));
    for (const entry of uncertain) {
      const sameId = isSafeRepeat(input.api, refund, entry);
      if (sameId && input.repeatOf.includes(entry.exchangeId)) continue;
      problems.set(entry.exchangeId, unknownOutcome(refund, entry, sameId));
    }
    const taken = same.find((entry) => isTaken(standingOf(entry)));
    if (taken === undefined || input.repeatOf.includes(taken.exchangeId)) continue;
    if (!problems.has(taken.exchangeId)) problems.set(taken.exchangeId, repeated(input, refund, taken));
  }
  return [...problems.values()];
}

function isUncertain(state: RefundState): boolean {
  return state === 'open' || state === 'unknown';
}

function isTaken(state: RefundState): boolean {
  return state === 'accepted' || state === 'pending';
}

/** Where an API knows no refund id, the transaction itself is the id that makes a repeat recognisable. */
function isSafeRepeat(api: ApiDefinition, refund: JournalRefund, entry: JournalEntry): boolean {
  return api.unknownAdvice.resend === 'same-id' && refund.refundId === entry.refundId;
}

function unknownOutcome(refund: JournalRefund, entry: JournalEntry, sameId: boolean): Problem {
  const what = entry.state === 'open' ? 'its answer was never recorded' : 'its outcome is unknown';
  const again = sameId ? ' Sending the same id again is documented as safe.' : '';
  return {
    code: 'unknown-outcome',
    message: `${describeRefund(refund)} was sent before (${timeOf(entry)}, history ${entry.exchangeId}) and ${what}: it may have happened.`,
    remedy: `Ask for its status, or write down what became of it.${again}`,
    stop: { kind: 'unknown-outcome', exchangeId: entry.exchangeId, sameId },
  };
}

function repeated({ api, now }: GuardInput, refund: JournalRefund, entry: JournalEntry): Problem {
  const id = entry.refundId === null || refund.refundId === null ? '' : idWords(refund, entry);
  return {
    code: 'repeated-refund',
    message: `${describeRefund(refund)} was sent before (${timeOf(entry)}, history ${entry.exchangeId}) and ${takenWords(entry)}${id}.`,
    remedy: `${api.repeatRule.text} Send it all the same only if it is meant twice.`,
    stop: { kind: 'repeat', exchangeId: entry.exchangeId, waitUntil: windowEnd(api, entry, now) },
  };
}

function idWords(refund: JournalRefund, entry: JournalEntry): string {
  return refund.refundId === entry.refundId
    ? `, with the same id ${entry.refundId}`
    : `, with another id, ${entry.refundId}`;
}

function takenWords(entry: JournalEntry): string {
  return standingOf(entry) === 'accepted' ? 'was accepted' : 'was taken, not final';
}

function describeRefund({ transaction, amount }: JournalRefund): string {
  return amount === null ? `A full refund of ${transaction}` : `A refund of ${amount} of ${transaction}`;
}

/** The time of an exchange that a damaged history lost may be lost with it. */
function timeOf({ startedAt }: JournalEntry): string {
  if (startedAt === '') return 'at a time that is lost';
  return `${startedAt.slice(0, 10)} ${startedAt.slice(11, 19)} UTC`;
}

/** A clock set back must not stretch the time: never more than the documented seconds from now. */
function windowEnd(api: ApiDefinition, entry: JournalEntry, now: number): string | null {
  const seconds = api.repeatRule.sameAmountSeconds;
  if (seconds === null) return null;
  const end = Math.min(Date.parse(entry.startedAt), now) + seconds * 1000;
  return end > now ? new Date(end).toISOString() : null;
}
