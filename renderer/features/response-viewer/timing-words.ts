import type { TimedPhase, TimingLayout } from '../../../shared/engine/lay-out-timings.ts';

/** What a phase is called in a table. */
export const phaseWords: Record<TimedPhase, string> = {
  blocked: 'Start',
  dns: 'DNS',
  connect: 'Connect',
  ssl: 'TLS',
  send: 'Send',
  wait: 'Wait',
  receive: 'Receive',
};

/** What went on in a phase, for a sentence. */
const longestWords: Record<TimedPhase, string> = {
  blocked: 'waiting to start, before anything left',
  dns: 'looking up the name of the host',
  connect: 'connecting to the host',
  ssl: 'agreeing on TLS with the host',
  send: 'sending the request',
  wait: 'waiting for the first byte of the answer, mostly the provider at work',
  receive: 'receiving the answer',
};

/** `0.4 ms`, `132 ms`, `1.40 s`: short times keep a digit more, or their bars would say more than their figures. */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toFixed(1)} ms`;
}

/** The whole and its longest part in a sentence or two. */
export function sumUpTimings({ calls, total, longest }: TimingLayout): string {
  if (longest === null) return 'No times were measured.';
  const share = Math.round((longest.duration / total) * 100);
  const where = calls.length > 1 ? ` of “${calls[longest.call]?.title}”` : '';
  const before = calls.slice(0, -1).reduce((sum, { duration }) => sum + duration, 0);
  const logins = calls.length > 1 ? `, ${formatMilliseconds(before)} of it before the call itself` : '';
  return `${formatMilliseconds(total)} in all${logins}. The longest part${where} was ${longestWords[longest.phase]}: ${formatMilliseconds(longest.duration)}, ${share} %.`;
}
