import { describe, expect, it } from 'vitest';

import { api } from '../../../../shared/apis/luminate/index.ts';
import type { Refund } from '../../../../shared/model/refund.ts';
import { explainOutcome } from '../../../../shared/engine/explain-outcome.ts';
import { responseOf } from '../../support/outcomes.ts';
import { preparedTemplate } from '../../support/prepared-template.ts';

/** The refunds of one item with this inside, of the kind that its element names. */
function refundsOf(kind: 'don' | 'tr' | 'pf' | 'ticket' | 'ecommerce', xml: string): readonly Refund[] {
  const name = `${kind}RefundInfo`;
  const text = `<refundRequest xmlns="http://convio.com/crm/v1.0"><${name}List><${name}>${xml}</${name}></${name}List></refundRequest>`;
  return api.readRefunds('refund', preparedTemplate(api, 'refund', { edit: () => text }).parts);
}

describe('the refunds of a Luminate request', () => {
  it('are named by the transaction id first, then by the confirmation code, then by the processor', () => {
    const code = '<user_confirmation_code> 709-1-5579 </user_confirmation_code>';
    const processor = '<processor_transaction_id>02RYX</processor_transaction_id>';
    const named = [
      `${processor}${code}<transaction_id>5579</transaction_id>`,
      `${processor}${code}`,
      processor,
    ];
    expect(named.map((xml) => refundsOf('don', xml)[0]?.transaction)).toEqual([
      '5579',
      '709-1-5579',
      '02RYX',
    ]);
  });

  it.each<[string, 'don' | 'tr' | 'pf' | 'ticket' | 'ecommerce', string, string | null]>([
    ['all of it where refund_type is absent', 'don', '<refund_amount>1000</refund_amount>', null],
    [
      'all of it where it is full',
      'don',
      '<refund_type>full</refund_type><refund_amount>1000</refund_amount>',
      null,
    ],
    [
      'the amount as written',
      'don',
      '<refund_type>partial</refund_type><refund_amount>01000</refund_amount>',
      '01000',
    ],
    [
      'what cannot be read, as written',
      'don',
      '<refund_type>partial</refund_type><refund_amount>10.00</refund_amount>',
      '10.00',
    ],
    ['nothing where the amount is empty', 'don', '<refund_type>partial</refund_type><refund_amount/>', null],
    [
      'the sum of fee, gift and upsell',
      'tr',
      '<refund_type>partial</refund_type><regRefundDataList><regRefundData><reg_refund_amount>1000</reg_refund_amount><gift_refund_amount>1300</gift_refund_amount></regRefundData></regRefundDataList><addOnRefundDataList><addOnRefundData><addon_refund_amount>500</addon_refund_amount></addOnRefundData></addOnRefundDataList>',
      '2800',
    ],
    [
      'every text where one cannot be added',
      'pf',
      '<refund_type>partial</refund_type><refund_amount>10.5</refund_amount><gift_refund_amount>300</gift_refund_amount>',
      '10.5 + 300',
    ],
    [
      'tickets and gift together',
      'ticket',
      '<refund_type>partial</refund_type><gift_refund_amount>1000</gift_refund_amount><ticket_refund_item><ticket_refund_amount>6500</ticket_refund_amount></ticket_refund_item>',
      '7500',
    ],
    [
      'no amount for a store item alone',
      'ecommerce',
      '<refund_type>partial</refund_type><refund_item_id>502</refund_item_id>',
      null,
    ],
  ])('ask for %s', (_title, kind, xml, amount) => {
    expect(refundsOf(kind, `<transaction_id>1</transaction_id>${xml}`)).toEqual([
      { transaction: '1', amount, refundId: null },
    ]);
  });

  it('keep their places where one names no payment', () => {
    const cut = (text: string): string => text.replace(/<transaction_id>.*<\/transaction_id>/, '');
    const { parts } = preparedTemplate(api, 'mixed-batch', { edit: cut });
    expect(api.readRefunds('refund', parts).map(({ transaction }) => transaction)).toEqual([
      '',
      '5613',
      '709-1201-1-5622-5622',
      '5632',
      'DEMO000005642',
    ]);
  });

  it.each(['not XML', '', '<refundRequest>', '<other/>', '<refundRequest/>'])('are none in %j', (text) => {
    const body = new URLSearchParams({ refund_transaction_request: text }).toString();
    expect(
      api.readRefunds('refund', { method: 'POST', url: 'https://x.example', headers: [], body }),
    ).toEqual([]);
    expect(
      api.readRefunds('refund', { method: 'POST', url: 'https://x.example', headers: [], body: null }),
    ).toEqual([]);
  });
});

describe('a refund and the item that answers it', () => {
  const request = preparedTemplate(api, 'mixed-batch').parts;
  const refunds = api.readRefunds('refund', request);
  const results = [
    { payment_transaction_id: '5602', success: 'true', refund_transaction_id: '1' },
    { payment_transaction_id: '5613', success: 'false' },
    { payment_transaction_id: '5622', success: 'true', refund_transaction_id: '3' },
    { payment_transaction_id: '5632', success: 'true', refund_transaction_id: '4' },
    { payment_processor_transaction_id: 'DEMO000005642', success: 'true', refund_transaction_id: '5' },
  ];

  /** The verdict of each refund, found by the id of its item. */
  function verdicts(...answered: readonly object[]): readonly (string | undefined)[] {
    const text = JSON.stringify({ refundResponse: { refundResultList: { refundResult: answered } } });
    const { items } = explainOutcome(api, responseOf(200, text), { operation: 'refund', request });
    return refunds.map(({ transaction }) => items.find(({ asked }) => asked === transaction)?.verdict);
  }

  it('have the same id, whatever way a payment is named', () => {
    expect(verdicts(...results)).toEqual(['accepted', 'refused', 'accepted', 'accepted', 'accepted']);
  });

  it('are found in results that come in another order', () => {
    expect(verdicts(...results.toReversed())).toEqual([
      'accepted',
      'refused',
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('are unknown where the answer has no result for them', () => {
    expect(verdicts(...results.slice(1, 3))).toEqual([
      'unknown',
      'refused',
      'accepted',
      'unknown',
      'unknown',
    ]);
  });
});
