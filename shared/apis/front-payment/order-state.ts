import { jsonMember, memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** What a status call says of the refund or of the payment of an order: `REFUNDED`, `PAID`, in upper case. */
export type OrderState = { readonly of: 'refund' | 'payment'; readonly text: string };

/** What the page ties to each message of the refund status call; FPGO Connect: Refund Status Check. */
const refundStates: ReadonlyMap<string, string> = new Map([
  ['orderRefundedSuccessfully', 'REFUNDED'],
  ['refundRequestRejectedSuccessfully', 'REJECTED'],
]);

/** The state in the answer to a call; `null` where there is none. */
export function readOrderState(
  root: JsonNode,
  message: string | null,
  operation: string | null,
): OrderState | null {
  const data = jsonMember(root, 'data');
  const refund = memberText(data, 'refund_status') ?? memberText(root, 'refund_status');
  if (refund !== null && refund !== '') return { of: 'refund', text: refund.toUpperCase() };
  const payment = memberText(data, 'order_status') ?? memberText(root, 'order_status');
  if (payment !== null && payment !== '') return { of: 'payment', text: payment.toUpperCase() };
  // Cancelling a refund request answers with the same words as a rejected refund; only the call tells them apart.
  const implied = asksForRefund(operation) ? refundStates.get(message ?? '') : undefined;
  return implied === undefined ? null : { of: 'refund', text: implied };
}

/** Whether a call asks what became of a refund. */
export function asksForRefund(operation: string | null): boolean {
  return operation === 'refund-status' || operation === 'refund-status-get';
}

/** Whether the message of an answer belongs to another refund_status than the one beside it. */
export function contradictsMessage(state: OrderState, message: string | null): boolean {
  const implied = refundStates.get(message ?? '');
  return state.of === 'refund' && implied !== undefined && implied !== state.text;
}

/** Whether status_code or the HTTP status speaks of a failure; what is absent says nothing. */
export function hasFailed(root: JsonNode, status: number | null): boolean {
  const texts = [memberText(root, 'status_code'), status === null ? null : String(status)];
  return texts.some((text) => text !== null && !text.startsWith('2'));
}
