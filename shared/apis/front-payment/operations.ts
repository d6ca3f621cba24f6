import type { FieldSpec } from '../../definition/field-spec.ts';
import type { FieldFault, Operation } from '../../definition/operation.ts';
import { jsonMember } from '../../formats/json.ts';
import { compareAmounts, parseAmount } from '../../model/amount.ts';
import type { WellFormed } from '../../model/parsed-body.ts';
import { assumption, type Source } from '../../model/source.ts';
import { readRefundBody } from './refund-body.ts';
import {
  approvalPage,
  cancelPaymentPage,
  client,
  oldRevision,
  paymentStatusPage,
  seed,
  statusPage,
} from './sources.ts';

const kroner = { unit: 'major', currency: 'NOK', decimals: 2 } as const;
const decimals = assumption('Norwegian kroner have two decimals; the document names no limit');

const type: FieldSpec = {
  name: 'type',
  type: 'choice',
  required: true,
  choices: ['regular'],
  help: 'Always regular for a terminal order.',
  example: 'regular',
  source: seed,
};

const grandTotal: FieldSpec = {
  name: 'grandTotal',
  type: 'amount',
  required: true,
  amount: kroner,
  help: 'The whole sum to give back, in kroner: 42 is 42.00 kr.',
  example: '42',
  source: seed,
  limitSource: decimals,
};

const products: FieldSpec = {
  name: 'products',
  type: 'list',
  required: true,
  help: 'The products to refund, one entry for each.',
  source: oldRevision,
  fields: [
    {
      name: 'id',
      type: 'integer',
      required: true,
      help: 'The number of the product inside the order, not your own productId.',
      example: '12',
      source: seed,
    },
    {
      name: 'amount',
      type: 'amount',
      required: true,
      amount: kroner,
      help: 'What to give back for this product, in kroner; at most what is left of it.',
      example: '42',
      source: seed,
      limitSource: decimals,
    },
  ],
};

const isReversal: FieldSpec = {
  name: 'isReversal',
  type: 'boolean',
  required: true,
  help: 'true takes the payment back at once; false sends a refund request to the terminal.',
  example: 'false',
  source: { ...oldRevision, confidence: 'likely' },
};

export const operations: readonly Operation[] = [
  {
    id: 'refund',
    title: 'Refund or reverse a terminal payment',
    method: 'POST',
    path: '/connect/terminal/orders/refund/{order_uuid}',
    movesMoney: true,
    source: seed,
    body: { format: 'json', fields: [type, grandTotal, products, isReversal] },
    checkBody: checkTotal,
  },
  statusCall('refund-status', 'Look up a refund', 'POST', 'refund-status', statusPage),
  statusCall('refund-status-get', 'Look up a refund with GET', 'GET', 'refund-status', client),
  {
    id: 'cancel',
    title: 'Cancel a refund request or a payment',
    method: 'POST',
    path: '/connect/terminal/orders/cancel/{order_uuid}',
    movesMoney: true,
    source: cancelPaymentPage,
    body: {
      format: 'json',
      fields: [
        {
          name: 'type',
          type: 'choice',
          required: true,
          choices: ['refund', 'payment'],
          help: 'refund cancels the refund request that waits on the terminal; payment cancels the unpaid order.',
          example: 'refund',
          source: cancelPaymentPage,
        },
      ],
    },
  },
  statusCall('payment-status', 'Look up a payment', 'GET', 'payment-status', paymentStatusPage),
  {
    id: 'request-approval',
    title: 'Ask for a refund to be approved by hand',
    method: 'POST',
    path: '/orders/refund/request/approval/{order_uuid}',
    movesMoney: true,
    source: approvalPage,
    body: {
      format: 'json',
      fields: [
        type,
        grandTotal,
        {
          name: 'message',
          type: 'text',
          required: true,
          help: 'The message with which the refund was refused, word for word.',
          example: 'refundRejectionForWeeklyThresholdExceed',
          source: approvalPage,
        },
        products,
      ],
    },
    checkBody: checkTotal,
  },
];

/** A call that only asks; it names the order in its path and has no body. */
function statusCall(
  id: string,
  title: string,
  method: 'GET' | 'POST',
  segment: string,
  source: Source,
): Operation {
  const path = `/connect/terminal/orders/${segment}/{order_uuid}`;
  return { id, title, method, path, movesMoney: false, source, body: { format: 'none' } };
}

/** Nothing documents that the parts must add up to the total, so a difference is told and never stops a send. */
function checkTotal(body: WellFormed): readonly FieldFault[] {
  if (body.kind !== 'json') return [];
  const { grandTotal: total, sum } = readRefundBody(body.root);
  if (total === null || sum === null || !parseAmount(total).ok || compareAmounts(total, sum) === 0) return [];
  const offset = jsonMember(body.root, 'grandTotal')?.range.start;
  return [
    {
      path: 'grandTotal',
      message: `grandTotal is ${total} NOK, but the products add up to ${sum} NOK.`,
      remedy: 'Make them equal.',
      source: assumption('a total is the sum of its parts; the document does not say so'),
      ...(offset === undefined ? {} : { offset }),
    },
  ];
}
