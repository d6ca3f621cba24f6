import { describe, expect, it } from 'vitest';

import { formatClock, formatState } from '../../../../electron/cli/reporters/sandbox-text.ts';
import { type SandboxState, untouchedControls } from '../../../../shared/model/sandbox.ts';

const now = '2026-01-31T12:00:00.000Z';

const state: SandboxState = { now, controls: untouchedControls, apis: [] };

function clockText(offset: number, stoppedAt: number | null): string {
  return formatClock({ ...state, controls: { ...untouchedControls, clock: { offset, stoppedAt } } });
}

describe('a sandbox for people', () => {
  it('has a clock that says how it was moved', () => {
    expect(clockText(0, null)).toBe(`The clock says ${now}, with this machine.\n`);
    expect(clockText(300_000, null)).toBe(`The clock says ${now}, 5m ahead of this machine.\n`);
    expect(clockText(-1000, null)).toBe(`The clock says ${now}, 1s behind this machine.\n`);
    expect(clockText(0, 0)).toBe(`The clock says ${now}, and stands still.\n`);
  });

  it('shows records with their facts, what waits, and how many are left out', () => {
    const facts = [{ name: 'left', value: '0.00\u001b[2J' }];
    const records = [{ kind: 'payment', id: '0005', title: 'Payment of 1.00', state: 'captured', facts }];
    const pending = [{ id: '9', title: '1.00 of payment 0005', since: Date.parse(now) }];
    const text = formatState({ ...state, apis: [{ api: 'payu', records, total: 3, pending }] });
    expect(text).toContain(
      '(payu): 1 of 3 records\n  payment  0005  captured, Payment of 1.00, left 0.00 [2J\n',
    );
    expect(text).toContain(`  Waiting for their end:\n    9  1.00 of payment 0005, since ${now}\n`);
  });
});
