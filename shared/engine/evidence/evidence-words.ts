import type { EnvironmentClass } from '../../model/environment.ts';
import type { EvidenceRefund, RemovedFromEvidence } from '../../model/evidence.ts';
import type { Outcome, Timings } from '../../model/outcome.ts';
import type { RefundState } from '../../model/refund.ts';
import type { Source } from '../../model/source.ts';
import type { Verdict } from '../../model/verdict.ts';

/** A verdict in a word or two. */
export const verdictWords: Record<Verdict, string> = {
  accepted: 'Accepted',
  pending: 'Accepted, not final',
  refused: 'Refused',
  unknown: 'Unknown',
};

/** The class of an environment, for somebody who does not know the workbench. */
export const classWords: Record<EnvironmentClass, string> = {
  sandbox: 'sandbox, no real money',
  test: 'test',
  production: 'LIVE, real money',
};

/** What is said of an exchange whose outcome was never recorded. */
export const unrecorded = {
  headline: 'Unknown: the outcome was never recorded',
  meaning: 'The workbench ended before it could record an outcome, so the request may have gone through.',
  remedy: 'Ask the provider, or make its status call, before anything else.',
  resend: 'Do not send it again before you know whether the first one went through.',
} as const;

const stateWords: Record<RefundState, string> = {
  open: 'outcome not recorded',
  accepted: 'accepted',
  pending: 'accepted, not final',
  refused: 'refused',
  unknown: 'outcome unknown',
  'not-sent': 'not sent',
};

/** `4039… · 500.00 · refused`, and what was found out since. */
export function describeRefund({ transaction, amount, refundId, state, decision }: EvidenceRefund): string {
  const first = [transaction, amount ?? 'all that is left', refundId === null ? '' : `as ${refundId}`];
  const since =
    decision === null
      ? ''
      : `; later ${stateWords[decision.state]}, ${decision.by === 'user' ? 'written down by the user' : 'by a status call'} ${atTime(decision.at)}: ${decision.note}`;
  return `${[...first, stateWords[state]].filter(Boolean).join(' · ')}${since}`;
}

/** `the title of the document (document, certain)`. */
export function describeSource({ origin, title, confidence }: Source): string {
  const words = {
    document: 'supplied document',
    public: 'public page',
    assumption: 'assumption of the workbench',
  };
  return `${title} (${words[origin]}, ${confidence})`;
}

/** Milliseconds of each phase that happened. */
export function describeTimings(timings: Timings): readonly (readonly [string, string])[] {
  const phases: readonly (readonly [string, number | null])[] = [
    ['Total time', timings.total],
    ['Waiting to start', timings.blocked],
    ['Looking up the name', timings.dns],
    ['Connecting', timings.connect],
    ['TLS', timings.ssl],
    ['Sending', timings.send],
    ['Waiting for the answer', timings.wait],
    ['Receiving', timings.receive],
  ];
  return phases.flatMap(([label, time]) => (time === null ? [] : [[label, `${time} ms`] as const]));
}

/** Why no response came, in a sentence or two. */
export function describeFailedOutcome({
  code,
  phase,
  message,
  requestLeft,
}: Extract<Outcome, { kind: 'transport-failure' }>): string {
  const left = requestLeft
    ? 'The request may have reached the provider.'
    : 'No byte of the request left, so nothing can have happened at the provider.';
  return `No response: ${code} in the phase "${phase}" (${message}). ${left}`;
}

/** What was taken out, a sentence for each way. */
export function describeRemoved({ secrets, byUser }: RemovedFromEvidence): readonly string[] {
  const list = secrets.map(({ name, count }) => `{{${name}}} ${times(count)}`).join(', ');
  const kinds = byUser.map(({ kind, count }) => `${kind} ${times(count)}`).join(', ');
  return [
    secrets.length === 0
      ? 'No secret stood in it that had to be taken out.'
      : `Secrets, taken out by the workbench; the name of each stands in its place: ${list}.`,
    byUser.length === 0
      ? 'Whoever made it took nothing else out.'
      : `Taken out by whoever made it, marked [removed]: ${kinds}.`,
  ];
}

/** `2026-01-31 12:00:00.000 UTC`. */
export function atTime(iso: string): string {
  return `${iso.replace('T', ' ').replace('Z', '')} UTC`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
