import { expect, it } from 'vitest';

import { didYouMean } from '../../../electron/cli/closest.ts';

const names = ['payu', 'luminate', 'front-payment', 'digipay', 'edubrite'];

it.each([
  ['pay', 'payu'],
  ['PayU', 'payu'],
  ['luminat', 'luminate'],
  ['frontpayment', 'front-payment'],
  ['digpay', 'digipay'],
  ['edubright', 'edubrite'],
])('%s is near %s', (typed, wanted) => {
  expect(didYouMean(typed, names)).toBe(` Did you mean ${wanted}?`);
});

it.each(['paypal-checkout', 'stripe', 'x-y-z', ''])('%j is near none', (typed) => {
  expect(didYouMean(typed, names)).toBe('');
});

it('has nothing to offer where there are no names', () => {
  expect(didYouMean('payu', [])).toBe('');
});
