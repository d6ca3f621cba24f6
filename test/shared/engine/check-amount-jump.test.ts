import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkAmountJump } from '../../../shared/engine/check-amount-jump.ts';
import { multiplyAmount } from '../../../shared/model/amount.ts';

describe('an amount far from the last one', () => {
  it('is told, with both amounts', () => {
    expect(checkAmountJump({ amount: '50000', lastAmounts: ['500.00'] })).toEqual({
      code: 'bad-amount',
      message: 'The amount 50000 is at least 100 times more than the 500.00 of an earlier refund.',
      remedy: 'Check the unit and the decimal point: is it in cents or in whole units?',
    });
    expect(checkAmountJump({ amount: '5.00', lastAmounts: ['500'] })?.message).toBe(
      'The amount 5.00 is at least 100 times less than the 500 of an earlier refund.',
    );
  });

  it('is told for any of the amounts it is held against', () => {
    expect(checkAmountJump({ amount: '10', lastAmounts: ['12', '1000'] })?.message).toContain('the 1000 of');
  });

  it.each<[string | null, string[]]>([
    ['499.99', ['5.00']],
    ['5.01', ['500', '500.99']],
    ['500', []],
    ['500', ['0', '0.00', '500,00', '']],
    ['0', ['500']],
    ['5,00', ['500']],
    [null, ['500']],
  ])('is not told for %j after %j', (amount, lastAmounts) => {
    expect(checkAmountJump({ amount, lastAmounts })).toBeNull();
  });

  it('is told from exactly a hundred times on, in both directions and to the last decimal', () => {
    const positive = fc.stringMatching(/^[1-9]\d{0,17}(?:\.\d{1,3})?$/);
    fc.assert(
      fc.property(positive, (amount) => {
        const hundredfold = multiplyAmount(amount, 100n);
        const justBelow = hundredfold.replace(/^\d+/, (whole) => String(BigInt(whole) - 1n));
        expect(checkAmountJump({ amount, lastAmounts: [hundredfold] })).not.toBeNull();
        expect(checkAmountJump({ amount: hundredfold, lastAmounts: [amount] })).not.toBeNull();
        expect(checkAmountJump({ amount, lastAmounts: [justBelow] })).toBeNull();
        expect(checkAmountJump({ amount: justBelow, lastAmounts: [amount] })).toBeNull();
      }),
      { seed: 20_260_101, numRuns: 500 },
    );
  });
});
