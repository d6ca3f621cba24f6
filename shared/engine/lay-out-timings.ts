import type { Outcome, Timings, TransportPhase } from '../model/outcome.ts';

/** The phases of a call, in the order they happen. */
export type TimedPhase = Exclude<keyof Timings, 'total'>;

/** One phase of a call. Times in milliseconds, `start` since the first call began. */
export type TimingRow = { readonly phase: TimedPhase; readonly start: number; readonly duration: number };

/** One call on the common axis. Times in milliseconds. */
export type TimedCall = {
  readonly title: string;
  readonly start: number;
  readonly duration: number;
  /** The phases that happened. */
  readonly rows: readonly TimingRow[];
  /** Whether it went over a connection that was open before: no look-up, no connect, no TLS. */
  readonly isReused: boolean;
  /** Where it failed; `null` for a call that was answered. */
  readonly failed: { readonly phase: TransportPhase; readonly code: string } | null;
};

/** The calls of an exchange one after the other. The time between two of them is not measured, and left out. */
export type TimingLayout = {
  readonly calls: readonly TimedCall[];
  /** Milliseconds of all calls together. */
  readonly total: number;
  /** `null` where nothing was measured. */
  readonly longest: (TimingRow & { readonly call: number }) | null;
};

const order = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const;

/** Lays the calls of an exchange out on one axis. */
export function layOutTimings(
  calls: readonly { readonly title: string; readonly outcome: Outcome }[],
): TimingLayout {
  const laidOut: TimedCall[] = [];
  let start = 0;
  for (const { title, outcome } of calls) {
    const call = layOutCall(title, outcome, start);
    laidOut.push(call);
    start += call.duration;
  }
  const rows = laidOut.flatMap(({ rows: own }, call) => own.map((row) => ({ ...row, call })));
  const longest = rows.reduce<(TimingRow & { readonly call: number }) | null>(
    (best, row) => (row.duration > (best?.duration ?? 0) ? row : best),
    null,
  );
  return { calls: laidOut, total: start, longest };
}

function layOutCall(title: string, outcome: Outcome, start: number): TimedCall {
  const { timings } = outcome;
  const rows: TimingRow[] = [];
  let at = start;
  for (const phase of order) {
    const duration = timings[phase];
    if (duration === null) continue;
    rows.push({ phase, start: at, duration });
    at += duration;
  }
  return {
    title,
    start,
    duration: Math.max(timings.total, at - start),
    rows,
    isReused: isReused(outcome),
    failed: outcome.kind === 'response' ? null : { phase: outcome.phase, code: outcome.code },
  };
}

/** Something was sent, yet no connection was made for it. */
function isReused(outcome: Outcome): boolean {
  const { dns, connect, ssl, send, wait } = outcome.timings;
  const isSent = send !== null || wait !== null;
  return isSent && dns === null && connect === null && ssl === null;
}
