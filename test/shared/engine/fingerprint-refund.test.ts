import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fingerprintRefund, type RefundAtTarget } from '../../../shared/engine/fingerprint-refund.ts';
import { compareAmounts } from '../../../shared/model/amount.ts';

const runs = { seed: 20_260_101, numRuns: 1000 };

const demo: RefundAtTarget = {
  api: 'demo',
  target: 'https://pay.example',
  refund: { transaction: '403993715529606983', amount: '500.00', refundId: 'A-1' },
};

function changed(changes: Partial<RefundAtTarget['refund']>, more: Partial<RefundAtTarget> = {}): string {
  return fingerprintRefund({ ...demo, ...more, refund: { ...demo.refund, ...changes } });
}

const amounts = fc.stringMatching(/^-?\d{1,4}(?:\.\d{1,3})?$/);
/** Short texts of the characters that could be taken for a border between two parts. */
const tricky = fc.string({
  unit: fc.constantFrom('|', '\\', '"', 'a', 'A', '1'),
  minLength: 1,
  maxLength: 4,
});

describe('the fingerprint of a refund', () => {
  it('can be read', () => {
    expect(changed({})).toBe('demo|https://pay.example|403993715529606983|500');
    expect(changed({ amount: null })).toBe('demo|https://pay.example|403993715529606983|all');
    expect(changed({ transaction: 'a|b' })).toBe('demo|https://pay.example|a\\|b|500');
  });

  it('is the same under another refund id: that is the accident to catch', () => {
    expect(changed({ refundId: 'A-2' })).toBe(changed({}));
    expect(changed({ refundId: null })).toBe(changed({}));
  });

  it('passes over blanks around a transaction and the case of a host, and nothing else of them', () => {
    expect(changed({ transaction: ' 403993715529606983\n' })).toBe(changed({}));
    expect(changed({}, { target: 'HTTPS://Pay.Example' })).toBe(changed({}));
    expect(changed({ transaction: 'odr1' })).not.toBe(changed({ transaction: 'ODR1' }));
    expect(changed({ transaction: '403993715529607000' })).not.toBe(changed({}));
  });

  it.each([
    ['500', '500.00'],
    ['0500', '500'],
    ['0.10', '0.1'],
    ['-0', '0.00'],
    [' 500', '500'],
  ])('takes %j and %j for the same amount', (left, right) => {
    expect(changed({ amount: left })).toBe(changed({ amount: right }));
  });

  it('does not take a text that only looks like "all" for all that is left', () => {
    expect(changed({ amount: 'all' })).not.toBe(changed({ amount: null }));
    expect(changed({ amount: '1,00' })).not.toBe(changed({ amount: '100' }));
  });

  it('is equal exactly where the amounts are', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const same = changed({ amount: left }) === changed({ amount: right });
        expect(same).toBe(compareAmounts(left, right) === 0);
      }),
      runs,
    );
  });

  it('differs where API, target, transaction or amount do, with borders inside them too', () => {
    const parts = fc.tuple(tricky, tricky, tricky, fc.option(tricky));
    const keyOf = ([api, target, transaction, amount]: readonly (string | null)[]): string =>
      JSON.stringify([api, target?.toLowerCase(), transaction?.trim(), amount]);
    const textOf = ([api, target, transaction, amount]: [string, string, string, string | null]): string =>
      fingerprintRefund({ api, target, refund: { transaction, amount, refundId: null } });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        expect(textOf(left) === textOf(right)).toBe(keyOf(left) === keyOf(right));
      }),
      runs,
    );
  });
});
