import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { changeClock, sandboxClock } from '../../../../shared/engine/sandbox/sandbox-clock.ts';
import type { ClockChange, SandboxClock } from '../../../../shared/model/sandbox.ts';

const untouched: SandboxClock = { offset: 0, stoppedAt: null };

/** What the clock says after changes that were all made at one time of the machine, at another. */
function read(changes: readonly ClockChange[], made: number, machine: number): number {
  const clock = changes.reduce((before, change) => changeClock(before, change, made), untouched);
  return sandboxClock(clock, { now: () => machine }).now();
}

describe('the clock of a sandbox', () => {
  it('is that of the machine until it is moved', () => {
    expect(read([], 100, 250)).toBe(250);
  });

  it('goes on from where it was moved to', () => {
    expect(read([{ kind: 'advance', milliseconds: 1_000 }], 100, 250)).toBe(1_250);
    expect(read([{ kind: 'set', to: '1970-01-01T00:01:00Z' }], 100, 250)).toBe(60_150);
  });

  it('stands still where it was stopped, and can be moved there', () => {
    expect(read([{ kind: 'stop' }], 100, 250)).toBe(100);
    expect(read([{ kind: 'stop' }, { kind: 'advance', milliseconds: -40 }], 100, 250)).toBe(60);
    expect(read([{ kind: 'stop' }, { kind: 'stop' }], 100, 250)).toBe(100);
  });

  it('runs on from where it stood, not from where it would be', () => {
    const stopped = changeClock(untouched, { kind: 'stop' }, 100);
    const running = changeClock(stopped, { kind: 'run' }, 500);
    expect(sandboxClock(running, { now: () => 650 }).now()).toBe(250);
  });

  it('is that of the machine again after a reset, whatever was done to it', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('advance' as const), milliseconds: fc.integer() }),
      fc.record({ kind: fc.constantFrom('stop' as const, 'run' as const) }),
      fc.constant({ kind: 'set' as const, to: '2026-01-31T12:00:00Z' }),
    );
    fc.assert(
      fc.property(fc.array(change), fc.nat(), fc.nat(), (changes, made, machine) => {
        expect(read([...changes, { kind: 'reset' }], made, machine)).toBe(machine);
      }),
    );
  });
});
