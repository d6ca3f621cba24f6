import { describe, expect, it } from 'vitest';

import { api as digipay } from '../../shared/apis/digipay/index.ts';
import { api as frontPayment } from '../../shared/apis/front-payment/index.ts';
import { api as luminate } from '../../shared/apis/luminate/index.ts';
import { api as payu } from '../../shared/apis/payu/index.ts';
import type { ApiDefinition } from '../../shared/definition/api-definition.ts';
import { faultsOf } from '../shared/support/prepared-template.ts';

const reading = { '1,000.00': 'a comma', '1.000,00': 'a comma', '1e3': 'an exponent', '1 000': 'a blank' };

/** Puts a text in place of every amount variable, quoted so that the JSON stays one. */
function withAmount(amount: string, isJson = true): (text: string) => string {
  return (text) => text.replaceAll(/\{\{\S+[aA]mount\}\}/g, isJson ? `"${amount}"` : amount);
}

const inWholeUnits: readonly (readonly [string, ApiDefinition])[] = [
  ['payu', payu],
  ['front-payment', frontPayment],
  ['digipay', digipay],
];

describe('an amount that can be read in two ways', () => {
  it.each(inWholeUnits)('stops every send to %s', (_id, api) => {
    for (const [amount, words] of Object.entries(reading)) {
      const [fault] = faultsOf(api, 'partial-refund', { edit: withAmount(amount) });
      expect(fault).toMatchObject({
        ambiguousAmount: true,
        remedy: 'Write digits with a point, like 42.50.',
      });
      expect(fault?.message).toContain(words);
    }
  });

  it('stops every send to Luminate, which counts in cents', () => {
    for (const amount of Object.keys(reading)) {
      const [fault] = faultsOf(luminate, 'partial-refund', { edit: withAmount(amount, false) });
      expect(fault).toMatchObject({
        ambiguousAmount: true,
        remedy: 'Write whole cents in digits only, like 1000.',
      });
    }
  });
});

describe('an amount with more decimals than its currency', () => {
  it.each(inWholeUnits)('is told for %s', (_id, api) => {
    expect(faultsOf(api, 'partial-refund', { edit: withAmount('23.124') })[0]).toMatchObject({
      message: expect.stringContaining('23.124') as string,
      remedy: 'Write at most 2 digits after the point.',
    });
    expect(faultsOf(api, 'partial-refund', { edit: withAmount('23.12') })).toEqual([]);
  });

  it('is told for Luminate from the first decimal on', () => {
    expect(faultsOf(luminate, 'partial-refund', { edit: withAmount('10.00', false) })).toMatchObject([
      { source: { confidence: 'certain' }, remedy: 'Write whole cents in digits only, like 1000.' },
    ]);
  });
});

describe('parts that do not add up', () => {
  it('to the total of a Front Payment order are told with both sums', () => {
    const edit = (text: string): string => text.replace('{{front-payment.amount}}', '42.01');
    expect(faultsOf(frontPayment, 'refund', { edit })).toMatchObject([
      { path: 'grandTotal', message: 'grandTotal is 42.01 NOK, but the products add up to 42 NOK.' },
    ]);
    expect(faultsOf(frontPayment, 'refund', { set: { 'front-payment.amount': '42.00' } })).toEqual([]);
  });

  it('cannot be told from a total of its own in a TeamRaiser refund, so both together are told', () => {
    const edit = (text: string): string =>
      text.replace('<regRefundDataList>', '<refund_amount>2800</refund_amount><regRefundDataList>');
    expect(faultsOf(luminate, 'teamraiser-partial', { edit })).toMatchObject([
      {
        message:
          'refundRequest/trRefundInfoList/trRefundInfo has both refund_amount and regRefundDataList (refund amount 2800, registration 1002 1000, gift with registration 1002 1300, upsell 301 500 in cents), which leaves open how much is given back.',
        remedy: 'Keep one of the two.',
        source: { confidence: 'likely' },
      },
    ]);
    expect(faultsOf(luminate, 'teamraiser-partial')).toEqual([]);
  });
});
