import type { ApiVectors } from '../../definition/vectors.ts';
import { answers } from './vectors-answers.ts';
import { journeys } from './vectors-journeys.ts';

const known = {
  'front-payment.baseUrl': 'https://front.example/api/v1',
  'front-payment.token': 'example-token',
  'front-payment.orderUuid': 'ODR1000000001',
  'front-payment.productId': '12',
  'front-payment.amount': '42',
};

const authorization = ['Authorization', 'Bearer example-token'] as const;
const headers = [['Content-Type', 'application/json'], authorization] as const;
const orders = 'https://front.example/api/v1/connect/terminal/orders';

export const vectors: ApiVectors = {
  signatures: [],
  requests: [
    {
      title: 'the printed example',
      template: 'refund',
      variables: known,
      method: 'POST',
      url: `${orders}/refund/ODR1000000001`,
      headers,
      body: refundText('42', '12', 'false'),
    },
    {
      title: 'amount and product id keep every digit',
      template: 'partial-refund',
      variables: {
        ...known,
        'front-payment.productId': '403993715529606983',
        'front-payment.amount': '49.50',
      },
      method: 'POST',
      url: `${orders}/refund/ODR1000000001`,
      headers,
      body: refundText('49.50', '403993715529606983', 'false'),
    },
    {
      title: 'an order UUID stays one part of the path',
      template: 'reversal',
      variables: { ...known, 'front-payment.orderUuid': 'ODR 1/2' },
      method: 'POST',
      url: `${orders}/refund/ODR%201%2F2`,
      headers,
      body: refundText('42', '12', 'true'),
    },
    {
      title: 'the status call has no body',
      template: 'refund-status',
      variables: known,
      method: 'POST',
      url: `${orders}/refund-status/ODR1000000001`,
      headers: [authorization],
      body: null,
    },
    {
      title: 'the same with GET',
      template: 'refund-status-get',
      variables: known,
      method: 'GET',
      url: `${orders}/refund-status/ODR1000000001`,
      headers: [authorization],
      body: null,
    },
    {
      title: 'cancelling a refund request',
      template: 'cancel-refund',
      variables: known,
      method: 'POST',
      url: `${orders}/cancel/ODR1000000001`,
      headers,
      body: '{\n  "type": "refund"\n}\n',
    },
    {
      title: 'cancelling an unpaid order',
      template: 'cancel-payment',
      variables: known,
      method: 'POST',
      url: `${orders}/cancel/ODR1000000001`,
      headers,
      body: '{\n  "type": "payment"\n}\n',
    },
    {
      title: 'the payment status is a GET',
      template: 'payment-status',
      variables: known,
      method: 'GET',
      url: `${orders}/payment-status/ODR1000000001`,
      headers: [authorization],
      body: null,
    },
    {
      title: 'an approval names the refusal',
      template: 'request-approval',
      variables: known,
      method: 'POST',
      url: 'https://front.example/api/v1/orders/refund/request/approval/ODR1000000001',
      headers,
      body: `{
  "type": "regular",
  "grandTotal": 42,
  "message": "refundRejectionForWeeklyThresholdExceed",
  "products": [
    {
      "id": 12,
      "amount": 42
    }
  ]
}
`,
    },
  ],
  answers,
  journeys,
  refunds: {
    refund: [['ODR1000000001', '42']],
    'partial-refund': [['ODR1000000002', '49.50']],
    reversal: [['ODR1000000003', '99.00']],
    'request-approval': [['ODR1000000002', '300.00']],
    'refund-status': [],
    'refund-status-get': [],
    'cancel-refund': [],
    'cancel-payment': [],
    'payment-status': [],
  },
  // A reversal is over at once, and no page ties a payment status to it.
  followUps: { refund: 'pending', 'partial-refund': 'pending', reversal: null },
};

function refundText(amount: string, productId: string, isReversal: string): string {
  return `{
  "type": "regular",
  "grandTotal": ${amount},
  "products": [
    {
      "id": ${productId},
      "amount": ${amount}
    }
  ],
  "isReversal": ${isReversal}
}
`;
}
