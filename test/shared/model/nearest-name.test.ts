import { describe, expect, it } from 'vitest';

import { nearestName } from '../../../shared/model/nearest-name.ts';

describe('the name that was meant', () => {
  it.each([
    ['Amount', 'amount'],
    ['refundId', 'refund_id'],
    ['amuont', 'amount'],
    ['amont', 'amount'],
    ['merchent_idd', 'merchant_id'],
    ['payu.merchantid', 'payu.merchantId'],
  ])('finds for %s the name %s', (name, meant) => {
    expect(nearestName(name, ['amount', 'refund_id', 'merchant_id', 'payu.merchantId'])).toBe(meant);
  });

  it('finds none where none or several come near, and never the name itself', () => {
    expect(nearestName('currency', ['amount'])).toBeNull();
    expect(nearestName('ab', ['ac'])).toBeNull();
    expect(nearestName('item_c', ['item_a', 'item_b'])).toBeNull();
    expect(nearestName('amount', ['amount'])).toBeNull();
    expect(nearestName('x'.repeat(100_000), ['amount'])).toBeNull();
  });
});
