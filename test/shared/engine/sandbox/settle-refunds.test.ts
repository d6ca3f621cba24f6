import { describe, expect, it } from 'vitest';

import { defineSandbox } from '../../../../shared/definition/sandbox-definition.ts';
import { settleByHand, settleDueRefunds } from '../../../../shared/engine/sandbox/settle-refunds.ts';
import { testSandbox } from '../../../support/test-sandbox.ts';

const refund = (id: string, at: number): unknown => ({ id, amount: '1.00', state: 'waits', at });
const state = { refunds: [refund('r1', 1_000), refund('r2', 2_000)], logins: 0 };
const states = (after: unknown): readonly string[] =>
  (after as { refunds: { state: string }[] }).refunds.map((each) => each.state);

describe('by themselves', () => {
  it('refunds end once their time has come, to the millisecond', () => {
    const settling = { after: 500, outcome: 'success' } as const;
    expect(states(settleDueRefunds(testSandbox, state, settling, 1_499))).toEqual(['waits', 'waits']);
    expect(states(settleDueRefunds(testSandbox, state, settling, 1_500))).toEqual(['done', 'waits']);
    expect(states(settleDueRefunds(testSandbox, state, settling, 9_999))).toEqual(['done', 'done']);
  });

  it('never end where only a hand ends them, or where they always stood there', () => {
    expect(settleDueRefunds(testSandbox, state, { after: null, outcome: 'success' }, 9_999)).toBe(state);
    const seeded = {
      ...testSandbox,
      settling: {
        pending: () => [{ id: 'r1', title: 'r1', since: null }],
        settle: () => expect.unreachable(),
      },
    };
    expect(settleDueRefunds(seeded, state, { after: 0, outcome: 'success' }, 9_999)).toBe(state);
  });
});

describe('by hand', () => {
  it('one ends, or all', () => {
    expect(states(settleByHand(testSandbox, state, 'r2', 'failure'))).toEqual(['waits', 'failed']);
    expect(states(settleByHand(testSandbox, state, null, 'success'))).toEqual(['done', 'done']);
  });

  it('one that does not wait is said to be none', () => {
    expect(settleByHand(testSandbox, state, 'r3', 'success')).toBeNull();
  });

  it('none ends where an API ends them at once', () => {
    const { settling: _, ...rest } = testSandbox;
    const atOnce = defineSandbox({ ...rest, scenarios: [] });
    expect(settleByHand(atOnce, state, null, 'success')).toBeNull();
    expect(settleDueRefunds(atOnce, state, { after: 0, outcome: 'success' }, 9_999)).toBe(state);
  });
});
