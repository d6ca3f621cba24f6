import type { Answer } from '../../definition/answer.ts';
import { memberText } from '../../formats/json.ts';
import type { LookUp } from '../../model/refund.ts';
import { asksForRefund, contradictsMessage, hasFailed, readOrderState } from './order-state.ts';
import { orderOf } from './refund-body.ts';

/**
 * FPGO Connect: Refund Status Check documents REFUNDED and REJECTED (certain). What a waiting refund is called is not
 * published; REFUND_PENDING is the name that the sandbox gives it (guess).
 */
const states: ReadonlyMap<string, LookUp['state']> = new Map([
  ['REFUNDED', 'accepted'],
  ['REJECTED', 'refused'],
  ['REFUND_PENDING', 'pending'],
]);

/**
 * What the refund status call proves of the refund of an order; the answer does not name the order, so the request has
 * to be known. An order has one refund_status however many parts of it were refunded; the last one is most likely meant.
 * "Order Not Found" proves nothing: it may only be too early. Nor does the payment status prove a reversal: that a
 * reversed order becomes CANCELLED is documented nowhere.
 */
export function readLookUps({ operation, status, body, request }: Answer): readonly LookUp[] {
  if (!asksForRefund(operation) || body.kind !== 'json' || hasFailed(body.root, status)) return [];
  const transaction = request === null ? null : orderOf(request.url);
  const message = memberText(body.root, 'message');
  const found = readOrderState(body.root, message, operation);
  if (transaction === null || found?.of !== 'refund' || contradictsMessage(found, message)) return [];
  const state = states.get(found.text);
  return state === undefined ? [] : [{ transaction, refundId: null, amount: null, state }];
}
