import { expect, it } from 'vitest';

import { api } from '../../../../shared/apis/digipay/index.ts';
import { effectOf } from '../../support/prepared-template.ts';

it('says how much of which transaction goes back, in whole units, and to whom', () => {
  expect(effectOf(api, 'partial-refund').sentences[0]).toBe(
    'Refunds 49.50 (whole units of the wallet currency) of transaction a0000000000000000000000000000002, as a merchant refund (MR).',
  );
  expect(effectOf(api, 'customer-refund').sentences[0]).toContain('as a customer refund (CR)');
});

it('warns that sending it twice can refund twice', () => {
  expect(effectOf(api, 'refund').cautions.at(-1)).toContain('sending it twice can refund twice');
});
