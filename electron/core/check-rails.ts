import { checkAmountJump } from '../../shared/engine/check-amount-jump.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Claim } from '../../shared/ports/history-store.ts';
import { checkHosts } from './check-hosts.ts';
import { checkInterlock } from './check-interlock.ts';
import { guardRefunds } from './guard-refunds.ts';
import type { Interlock } from './interlock.ts';
import type { OpenDraft } from './open-draft.ts';
import type { ExchangePlan } from './plan-exchange.ts';
import type { Ports } from './ports.ts';

/** What the user says of a send beside the request itself. */
export type Consent = { readonly repeatOf: readonly string[]; readonly confirmation: string | null };

/** What keeps a planned send from leaving, and what is only told. */
export type RailsReport = { readonly stops: readonly Problem[]; readonly warnings: readonly Problem[] };

/**
 * Secrets go where they belong, production is armed and confirmed, nothing is sent twice unawares, amounts are of the
 * usual size. On the sandbox, where testers repeat on purpose, a repeat is told and does not stop.
 */
export function checkRails(
  open: OpenDraft,
  plan: ExchangePlan,
  refunds: readonly JournalRefund[],
  consent: Consent,
  ports: Ports,
  interlock: Interlock,
): RailsReport {
  const requests = [
    ...plan.login.map(({ request }) => request),
    ...(plan.signed ? [plan.signed.request] : []),
  ];
  const repeats = findRepeats(open, refunds, consent, ports);
  const stops = [
    ...checkHosts(open, requests),
    ...checkInterlock(open, refunds, consent.confirmation, interlock),
  ];
  const jumps = amountJumps(refunds, ports);
  return isSandbox(open)
    ? { stops, warnings: [...jumps, ...repeats] }
    : { stops: [...stops, ...repeats], warnings: jumps };
}

/** The claim for the journal, with the guard once more: another process may have sent the same meanwhile. */
export function claimOf(
  open: OpenDraft,
  refunds: readonly JournalRefund[],
  { repeatOf }: Consent,
  ports: Ports,
): Claim | null {
  if (refunds.length === 0) return null;
  const now = ports.clock.now();
  return {
    refunds,
    guard: (earlier) =>
      isSandbox(open) ? [] : guardRefunds({ api: open.api, refunds, repeatOf, now }, earlier),
  };
}

/** What the guard would say now; the send asks it again, at the moment of the record. */
function findRepeats(
  open: OpenDraft,
  refunds: readonly JournalRefund[],
  { repeatOf }: Consent,
  { history, clock }: Ports,
): readonly Problem[] {
  if (refunds.length === 0) return [];
  const earlier = history.earlier(refunds.map(({ fingerprint }) => fingerprint));
  // A journal that cannot be read stops the send at its record, in words of its own.
  if (!earlier.ok) return [];
  return guardRefunds({ api: open.api, refunds, repeatOf, now: clock.now() }, earlier.value);
}

export function isSandbox({ environment }: OpenDraft): boolean {
  return environment.environmentClass === 'sandbox';
}

function amountJumps(refunds: readonly JournalRefund[], { history }: Ports): readonly Problem[] {
  return refunds.flatMap((refund) => {
    const last = history.lastAmounts(refund);
    const jump = last.ok ? checkAmountJump({ amount: refund.amount, lastAmounts: last.value }) : null;
    return jump === null ? [] : [jump];
  });
}
