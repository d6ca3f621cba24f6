import type { Journey } from '../../definition/vectors.ts';

const first = { 'front-payment.orderUuid': 'ODR1000000001' };

const notFound =
  '{"status_code":404,"status_message":"Not Found","message":"orderNotFound","is_error":false,"errors":null}';
const reversed =
  '{"status_code":200,"status_message":"OK","message":"terminalOrderReversalSuccessfully","is_data":false,"data":null}';
const requested =
  '{"status_code":202,"status_message":"OK","message":"terminalOrderRefundRequestSuccessfully","is_data":false,"data":null}';

export const journeys: readonly Journey[] = [
  {
    title: 'a refund, the same again, and its status',
    steps: [
      { template: 'refund', status: 202, verdict: 'pending', entry: 'refund-requested', body: requested },
      {
        template: 'refund',
        status: 400,
        verdict: 'refused',
        entry: 'product-amount-exceeded',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"refundRejectionForProductAmountExceed","is_error":true,"errors":["The amount 42 of product 12 is more than the 0.00 left to refund."]}',
      },
      {
        template: 'refund-status',
        set: first,
        status: 200,
        verdict: 'pending',
        entry: 'refund-status-pending',
      },
      {
        template: 'refund-status-get',
        set: first,
        status: 200,
        verdict: 'pending',
        entry: 'refund-status-pending',
      },
      {
        template: 'payment-status',
        set: first,
        status: 200,
        verdict: 'accepted',
        entry: 'payment-status-paid',
      },
    ],
  },
  {
    title: 'a cancelled refund request gives back what it had taken',
    steps: [
      { template: 'refund', status: 202, verdict: 'pending', entry: 'refund-requested' },
      {
        template: 'cancel-refund',
        set: first,
        status: 200,
        verdict: 'accepted',
        entry: 'refund-request-cancelled',
      },
      {
        template: 'refund-status',
        set: first,
        status: 200,
        verdict: 'refused',
        entry: 'refund-status-rejected',
      },
      { template: 'cancel-refund', set: first, status: 404, verdict: 'refused', entry: 'order-not-found' },
      { template: 'refund', status: 202, verdict: 'pending', entry: 'refund-requested' },
    ],
  },
  {
    title: 'one refund at a time',
    steps: [
      { template: 'partial-refund', status: 202, verdict: 'pending', entry: 'refund-requested' },
      {
        template: 'partial-refund',
        set: { 'front-payment.amount': '100.01' },
        status: 400,
        verdict: 'refused',
        entry: 'product-amount-exceeded',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"refundRejectionForProductAmountExceed","is_error":true,"errors":["The amount 100.01 of product 22 is more than the 100.00 left to refund."]}',
      },
      {
        template: 'partial-refund',
        set: { 'front-payment.amount': '100.00' },
        status: 400,
        verdict: 'refused',
        entry: 'product-amount-exceeded',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"refundRejectionForProductAmountExceed","is_error":true,"errors":["A refund of this order waits on the terminal already."]}',
      },
      {
        template: 'cancel-refund',
        set: { 'front-payment.orderUuid': 'ODR1000000002' },
        status: 200,
        verdict: 'accepted',
        entry: 'refund-request-cancelled',
      },
      {
        template: 'partial-refund',
        set: { 'front-payment.amount': '149.50' },
        status: 202,
        verdict: 'pending',
        entry: 'refund-requested',
      },
    ],
  },
  {
    title: 'parts of one product until nothing is left',
    steps: [
      { template: 'reversal', set: part('49.50'), status: 200, verdict: 'accepted', entry: 'reversed' },
      {
        template: 'reversal',
        set: part('100.01'),
        status: 400,
        verdict: 'refused',
        entry: 'product-amount-exceeded',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"refundRejectionForProductAmountExceed","is_error":true,"errors":["The amount 100.01 of product 22 is more than the 100.00 left to refund."]}',
      },
      { template: 'reversal', set: part('100.00'), status: 200, verdict: 'accepted', entry: 'reversed' },
      {
        template: 'partial-refund',
        set: { 'front-payment.productId': '23', 'front-payment.amount': '50' },
        status: 202,
        verdict: 'pending',
        entry: 'refund-requested',
      },
      {
        template: 'partial-refund',
        set: { 'front-payment.amount': '0.01' },
        status: 400,
        verdict: 'refused',
        entry: 'product-amount-exceeded',
      },
    ],
  },
  {
    title: 'a reversal happens at once, and once',
    steps: [
      { template: 'reversal', status: 200, verdict: 'accepted', entry: 'reversed', body: reversed },
      { template: 'reversal', status: 400, verdict: 'refused', entry: 'already-refunded' },
      {
        template: 'payment-status',
        set: { 'front-payment.orderUuid': 'ODR1000000003' },
        status: 200,
        verdict: 'refused',
        entry: 'payment-status-cancelled',
      },
      {
        template: 'refund-status',
        set: { 'front-payment.orderUuid': 'ODR1000000003' },
        status: 404,
        verdict: 'refused',
        entry: 'status-order-not-found',
      },
    ],
  },
  {
    title: 'an unpaid order is cancelled, a paid one is not',
    steps: [
      {
        template: 'payment-status',
        set: { 'front-payment.orderUuid': 'ODR1000000004' },
        status: 200,
        verdict: 'pending',
        entry: 'payment-status-created',
      },
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'ODR1000000004', 'front-payment.productId': '41' },
        status: 404,
        verdict: 'refused',
        entry: 'transaction-not-found',
      },
      { template: 'cancel-payment', status: 200, verdict: 'accepted', entry: 'payment-cancelled' },
      {
        template: 'payment-status',
        set: { 'front-payment.orderUuid': 'ODR1000000004' },
        status: 200,
        verdict: 'refused',
        entry: 'payment-status-cancelled',
      },
      { template: 'cancel-payment', set: first, status: 400, verdict: 'refused', entry: 'already-paid' },
    ],
  },
  {
    title: 'wrong token, orders, products and amounts',
    steps: [
      {
        template: 'refund',
        set: { 'front-payment.token': 'expired-token' },
        status: 401,
        verdict: 'refused',
        entry: 'unauthorized',
      },
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'ODR1' },
        status: 404,
        verdict: 'refused',
        entry: 'order-not-found',
        body: notFound,
      },
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'constructor' },
        status: 404,
        verdict: 'refused',
        entry: 'order-not-found',
        body: notFound,
      },
      {
        template: 'refund',
        set: { 'front-payment.productId': '21' },
        status: 400,
        verdict: 'refused',
        entry: 'product-not-available',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"requestProductIdNotAvailable","is_data":false,"data":null}',
      },
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'ODR1000000005' },
        status: 400,
        verdict: 'refused',
        entry: 'order-products-not-found',
        body: '{"status_code":400,"status_message":"Conflict of Business Logic","message":"orderProductsNotFound","is_error":false,"errors":null}',
      },
      {
        template: 'refund',
        set: { 'front-payment.amount': '0' },
        status: 417,
        verdict: 'refused',
        entry: 'payload-invalid',
      },
      {
        template: 'refund',
        set: { 'front-payment.productId': 'true' },
        status: 417,
        verdict: 'refused',
        entry: 'payload-invalid',
        body: '{"status_code":417,"status_message":"Client Error","message":"payloadValidationErrors","is_error":true,"errors":["The products.0.id must be a number."]}',
      },
      {
        template: 'refund-status',
        set: { 'front-payment.orderUuid': 'ODR1' },
        status: 404,
        verdict: 'refused',
        entry: 'status-order-not-found',
      },
    ],
  },
  {
    title: 'orders that cannot be refunded, and a terminal that fails',
    steps: [
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'ODR1000000006', 'front-payment.productId': '61' },
        status: 400,
        verdict: 'refused',
        entry: 'already-refunded',
      },
      {
        template: 'refund',
        set: { 'front-payment.orderUuid': 'ODR1000000007', 'front-payment.productId': '71' },
        status: 400,
        verdict: 'refused',
        entry: 'order-cancelled',
      },
      {
        template: 'refund',
        set: {
          'front-payment.orderUuid': 'ODR1000000009',
          'front-payment.productId': '91',
          'front-payment.amount': '10.00',
        },
        status: 510,
        verdict: 'unknown',
        entry: 'something-went-wrong',
      },
      { template: 'request-approval', status: 201, verdict: 'pending', entry: 'approval-requested' },
    ],
  },
];

/** A part of a product of the order with three. */
function part(amount: string): Readonly<Record<string, string>> {
  return {
    'front-payment.orderUuid': 'ODR1000000002',
    'front-payment.productId': '22',
    'front-payment.amount': amount,
  };
}
