import { describe, expect, it } from 'vitest';

import { api } from '../../../../shared/apis/front-payment/index.ts';
import { lookUpRefunds } from '../../../../shared/engine/look-up-refunds.ts';
import type { LookUp } from '../../../../shared/model/refund.ts';
import { responseOf } from '../../support/outcomes.ts';

const url = 'https://front.example/api/v1/connect/terminal/orders/refund-status/ODR1000000001';
const request = { method: 'POST', url, headers: [], body: null };

function lookUp(
  body: Readonly<Record<string, unknown>>,
  status = 200,
  operation = 'refund-status',
): readonly LookUp[] {
  const text = JSON.stringify({ status_code: 200, status_message: 'OK', ...body });
  return lookUpRefunds(api, responseOf(status, text), { operation, request });
}

describe('the refund status of Front Payment', () => {
  it.each([
    ['REFUNDED', 'accepted'],
    ['REJECTED', 'refused'],
    ['REFUND_PENDING', 'pending'],
  ])('%s proves that the refund of the order is %s', (text, state) => {
    const proof = [{ transaction: 'ODR1000000001', refundId: null, amount: null, state }];
    expect(lookUp({ message: 'any', is_data: true, data: { refund_status: text } })).toEqual(proof);
    expect(lookUp({ message: 'any', refund_status: text }, 200, 'refund-status-get')).toEqual(proof);
  });

  it('reads the documented messages where the state is left out', () => {
    expect(lookUp({ message: 'orderRefundedSuccessfully' }).map(({ state }) => state)).toEqual(['accepted']);
    expect(lookUp({ message: 'refundRequestRejectedSuccessfully' }).map(({ state }) => state)).toEqual([
      'refused',
    ]);
  });

  it.each([
    [
      'no such order or refund',
      { status_code: 404, message: 'Order Not Found', is_data: false, data: null },
      404,
    ],
    [
      'a failing HTTP status',
      { message: 'orderRefundedSuccessfully', data: { refund_status: 'REFUNDED' } },
      510,
    ],
    ['a failing status_code', { status_code: 510, data: { refund_status: 'REFUNDED' } }, 200],
    [
      'a message that contradicts the state',
      { message: 'refundRequestRejectedSuccessfully', data: { refund_status: 'REFUNDED' } },
      200,
    ],
    ['a state that is not published', { message: 'any', data: { refund_status: 'ON_HOLD' } }, 200],
    ['an empty state', { message: 'any', data: { refund_status: '' } }, 200],
    ['the state of the payment', { message: 'any', data: { order_status: 'CANCELLED' } }, 200],
  ])('proves nothing by %s', (_title, body, status) => expect(lookUp(body, status)).toEqual([]));

  it('does not take a cancelled refund request, or a payment status, for a look-up', () => {
    expect(lookUp({ message: 'refundRequestRejectedSuccessfully' }, 200, 'cancel')).toEqual([]);
    expect(lookUp({ message: 'any', data: { order_status: 'CANCELLED' } }, 200, 'payment-status')).toEqual(
      [],
    );
  });

  it('proves nothing of an order that is not known', () => {
    const answer = responseOf(200, '{"status_code":200,"data":{"refund_status":"REFUNDED"}}');
    expect(lookUpRefunds(api, answer, { operation: 'refund-status', request: null })).toEqual([]);
  });
});
