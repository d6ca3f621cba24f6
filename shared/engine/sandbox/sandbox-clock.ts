import type { ClockChange, SandboxClock } from '../../model/sandbox.ts';
import type { Clock } from '../../ports/clock.ts';

/** The time of a sandbox, made from that of the machine. */
export function sandboxClock({ offset, stoppedAt }: SandboxClock, machine: Clock): Clock {
  return { now: () => stoppedAt ?? machine.now() + offset };
}

/** A clock after somebody moved, stopped or started it; `machine` is what the machine's clock says, in milliseconds. */
export function changeClock(clock: SandboxClock, change: ClockChange, machine: number): SandboxClock {
  const now = clock.stoppedAt ?? machine + clock.offset;
  switch (change.kind) {
    case 'advance':
      return clockAt(clock, now + change.milliseconds, machine);
    case 'set':
      return clockAt(clock, Date.parse(change.to), machine);
    case 'stop':
      return { ...clock, stoppedAt: now };
    case 'run':
      return { offset: now - machine, stoppedAt: null };
    case 'reset':
      return { offset: 0, stoppedAt: null };
  }
}

function clockAt({ stoppedAt }: SandboxClock, now: number, machine: number): SandboxClock {
  return { offset: now - machine, stoppedAt: stoppedAt === null ? null : now };
}
