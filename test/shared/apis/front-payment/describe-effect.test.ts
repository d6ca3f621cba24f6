import { expect, it } from 'vitest';

import { api } from '../../../../shared/apis/front-payment/index.ts';
import { effectOf } from '../../support/prepared-template.ts';

it('tells a refund, which is only passed on, from a reversal, which is done at once', () => {
  expect(effectOf(api, 'refund').sentences).toEqual([
    'Asks the terminal to refund 42 NOK (kroner, not øre) of order ODR1000000001: 42 NOK of product 12.',
    'Front Payment only passes the request on; ask for the refund status to see the end.',
  ]);
  expect(effectOf(api, 'reversal').sentences).toEqual([
    'Reverses 99.00 NOK (kroner, not øre) of order ODR1000000003: 99.00 NOK of product 31.',
    'Front Payment does it at once; there is nothing to wait for.',
  ]);
});

it('warns where products do not add up to the total', () => {
  const edit = (text: string): string =>
    text.replace('"grandTotal": {{front-payment.amount}}', '"grandTotal": 43');
  expect(effectOf(api, 'refund', { edit }).cautions[0]).toBe(
    'grandTotal is 43 NOK, but the products add up to 42 NOK.',
  );
});

it('says what a cancellation takes away', () => {
  expect(effectOf(api, 'cancel-refund').sentences[0]).toContain('the order stays paid');
  expect(effectOf(api, 'cancel-payment').sentences[0]).toBe(
    'Cancels order ODR1000000004, if it is not paid yet.',
  );
});
