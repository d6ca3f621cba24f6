import type { FollowUp } from '../../definition/api-definition.ts';
import type { RequestTemplate } from '../../definition/request-template.ts';
import type { DraftBody } from '../../model/request-draft.ts';

const refund = {
  operation: 'refund',
  url: '{{digipay.baseUrl}}/digipay/v3/transaction/wallet_refund_money',
  headers: [
    ['Authorization', 'Token {{$session.token}}'],
    ['CompanyID', '{{digipay.companyId}}'],
    ['accept', 'application/json'],
    ['content-type', 'application/json'],
  ],
} as const;

export const templates: readonly RequestTemplate[] = [
  {
    ...refund,
    id: 'refund',
    title: 'Refund a transaction',
    summary:
      'Gives a wallet transaction back in full, as the code in digipay.txnCode says: MR unless you change it.',
    body: refundBody('{{digipay.txnCode}}'),
    demo: {
      'digipay.transactionId': 'a0000000000000000000000000000001',
      'digipay.amount': '100',
      'digipay.txnCode': 'MR',
    },
  },
  {
    ...refund,
    id: 'partial-refund',
    title: 'Refund part of a transaction',
    summary: 'Gives back a part of a wallet transaction; the rest can be refunded later.',
    body: refundBody('{{digipay.txnCode}}'),
    demo: {
      'digipay.transactionId': 'a0000000000000000000000000000002',
      'digipay.amount': '49.50',
      'digipay.txnCode': 'MR',
    },
  },
  {
    ...refund,
    id: 'customer-refund',
    title: 'Refund to a customer (CR)',
    summary: 'Refunds with the code CR, whatever digipay.txnCode says.',
    body: refundBody('CR'),
    demo: { 'digipay.transactionId': 'a0000000000000000000000000000003', 'digipay.amount': '80.00' },
  },
];

function refundBody(txnCode: string): DraftBody {
  const text = `{
  "initial_txn_id": "{{digipay.transactionId}}",
  "txn_amount": {{digipay.amount}},
  "txn_code": "${txnCode}",
  "payment_mode": {{digipay.paymentMode}},
  "note": "Refund Money"
}
`;
  return { kind: 'text', language: 'json', text };
}

/** No status call is documented. */
export function followUp(): FollowUp | null {
  return null;
}
