import { formatDuration } from '../../model/duration.ts';
import type { SandboxRule, SandboxState, Settling } from '../../model/sandbox.ts';
import { formatFault } from '../../model/sandbox-fault.ts';

/** What the clock says, as scripts and clients get it. */
export function plainClock({ now, controls: { clock } }: Pick<SandboxState, 'now' | 'controls'>): object {
  return { now, ahead: formatDuration(clock.offset), stopped: clock.stoppedAt !== null };
}

/** When and how refunds end by themselves, as scripts and clients get it; `after` as people write it. */
export function plainSettling({ after, outcome }: Settling): object {
  return { after: after === null ? null : formatDuration(after), outcome };
}

/** A fault or a pick, as scripts and clients get it and as they ask for it; `next: null` until it is removed. */
export function plainRule({ id, api, does, meets, left }: SandboxRule): object {
  return does.kind === 'fault'
    ? { id, fault: formatFault(does.fault), api, meets, next: left }
    : { id, api, entry: does.entry, next: left };
}
