import type { FollowUp } from '../../definition/api-definition.ts';
import type { RequestTemplate } from '../../definition/request-template.ts';
import { parseJson } from '../../formats/json.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { orderOf, readRefundBody } from './refund-body.ts';

const authorization = ['Authorization', 'Bearer {{front-payment.token}}'] as const;
const headers: HeaderList = [['Content-Type', 'application/json'], authorization];
const terminalOrders = '{{front-payment.baseUrl}}/connect/terminal/orders';
const order = '{{front-payment.orderUuid}}';

const refund = {
  operation: 'refund',
  url: `${terminalOrders}/refund/${order}`,
  headers,
} as const;

const refundStatus = {
  url: `${terminalOrders}/refund-status/${order}`,
  headers: [authorization],
  body: { kind: 'none' },
  demo: { 'front-payment.orderUuid': 'ODR1000000006' },
} as const;

const cancel = { operation: 'cancel', url: `${terminalOrders}/cancel/${order}`, headers } as const;

export const templates: readonly RequestTemplate[] = [
  {
    ...refund,
    id: 'refund',
    title: 'Refund an order',
    summary: 'Asks the terminal to give one product of an order back in full.',
    body: refundBody('false'),
    demo: refundDemo('ODR1000000001', '12', '42'),
  },
  {
    ...refund,
    id: 'partial-refund',
    title: 'Refund part of an order',
    summary: 'Gives back a part of one product of an order with three; the rest can be refunded later.',
    body: refundBody('false'),
    demo: refundDemo('ODR1000000002', '22', '49.50'),
  },
  {
    ...refund,
    id: 'reversal',
    title: 'Reverse a payment',
    summary: 'Takes a terminal payment back at once, without a refund request on the terminal.',
    body: refundBody('true'),
    demo: refundDemo('ODR1000000003', '31', '99.00'),
  },
  {
    ...refundStatus,
    id: 'refund-status',
    title: 'Refund status',
    summary: 'Asks what became of the refund of an order, with POST as the page says.',
    operation: 'refund-status',
  },
  {
    ...refundStatus,
    id: 'refund-status-get',
    title: 'Refund status (GET)',
    summary: 'The same question with GET, as an unofficial client asks it. Try it where POST is refused.',
    operation: 'refund-status-get',
  },
  {
    ...cancel,
    id: 'cancel-refund',
    title: 'Cancel refund request',
    summary: 'Takes a refund request back that still waits on the terminal.',
    body: cancelBody('refund'),
    demo: { 'front-payment.orderUuid': 'ODR1000000008' },
  },
  {
    ...cancel,
    id: 'cancel-payment',
    title: 'Cancel unpaid order',
    summary: 'Cancels a terminal order that is not paid yet.',
    body: cancelBody('payment'),
    demo: { 'front-payment.orderUuid': 'ODR1000000004' },
  },
  {
    id: 'payment-status',
    title: 'Payment status',
    summary: 'Asks whether a terminal order is paid or cancelled.',
    operation: 'payment-status',
    url: `${terminalOrders}/payment-status/${order}`,
    headers: [authorization],
    body: { kind: 'none' },
    demo: { 'front-payment.orderUuid': 'ODR1000000002' },
  },
  {
    id: 'request-approval',
    title: 'Request refund approval',
    summary: 'Asks for a refund that was refused to be approved by hand.',
    operation: 'request-approval',
    url: `{{front-payment.baseUrl}}/orders/refund/request/approval/${order}`,
    headers,
    body: {
      kind: 'text',
      language: 'json',
      text: `{
  "type": "regular",
  "grandTotal": {{front-payment.amount}},
  "message": "refundRejectionForWeeklyThresholdExceed",
  "products": [
    {
      "id": {{front-payment.productId}},
      "amount": {{front-payment.amount}}
    }
  ]
}
`,
    },
    demo: refundDemo('ODR1000000002', '21', '300.00'),
  },
];

function refundBody(isReversal: 'true' | 'false'): DraftBody {
  const text = `{
  "type": "regular",
  "grandTotal": {{front-payment.amount}},
  "products": [
    {
      "id": {{front-payment.productId}},
      "amount": {{front-payment.amount}}
    }
  ],
  "isReversal": ${isReversal}
}
`;
  return { kind: 'text', language: 'json', text };
}

function cancelBody(type: 'refund' | 'payment'): DraftBody {
  return { kind: 'text', language: 'json', text: `{\n  "type": "${type}"\n}\n` };
}

function refundDemo(orderUuid: string, productId: string, amount: string): Readonly<Record<string, string>> {
  return {
    'front-payment.orderUuid': orderUuid,
    'front-payment.productId': productId,
    'front-payment.amount': amount,
  };
}

/** The status call for a refund; a reversal leaves no refund request, so there it is the payment that is asked about. */
export function followUp({ url, body }: RequestParts): FollowUp | null {
  const orderUuid = orderOf(url);
  if (orderUuid === null || !url.includes('/connect/terminal/orders/refund/')) return null;
  const values = { 'front-payment.orderUuid': orderUuid };
  const root = parseJson(body ?? '');
  return root.ok && readRefundBody(root.value).isReversal === true
    ? { template: 'payment-status', label: 'Check the payment status', values }
    : { template: 'refund-status', label: 'Check the refund status', values };
}
