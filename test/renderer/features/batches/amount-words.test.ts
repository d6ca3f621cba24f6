import { describe, expect, it } from 'vitest';

import { amountWords, groupDigits, totalWords } from '../../../../renderer/features/batches/amount-words.ts';

describe('amountWords', () => {
  it('says cents as they are written and as they are read', () => {
    expect(amountWords('425000', 'minor', 'USD')).toBe('425000 = 4,250.00 USD, in cents');
  });

  it('takes nothing for cents that is no whole number', () => {
    expect(amountWords('12.50', 'minor', 'USD')).toBe('12.50, not a number of whole cents');
  });

  it('leaves whole units as they are', () => {
    expect(amountWords('4250.00', 'major', 'INR')).toBe('4,250.00 INR');
  });
});

describe('groupDigits', () => {
  it('loses no digit of an amount beyond any number', () => {
    expect(groupDigits('403993715529606983.10')).toBe('403,993,715,529,606,983.10');
    expect(groupDigits('999')).toBe('999');
  });
});

describe('totalWords', () => {
  const total = { currency: 'USD', unit: 'minor', amount: '2500', rows: 3, withoutAmount: 0 } as const;

  it('tells the refunds without an amount beside the sum', () => {
    expect(totalWords(total)).toBe('2500 = 25.00 USD, in cents');
    expect(totalWords({ ...total, withoutAmount: 1 })).toBe(
      '2500 = 25.00 USD, in cents, and all that is left of 1 more',
    );
    expect(totalWords({ ...total, amount: '0', withoutAmount: 3 })).toBe('all that is left of each');
  });
});
