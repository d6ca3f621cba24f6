import { parseJson } from '../../formats/json.ts';
import type { Refund } from '../../model/refund.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { orderOf, readRefundBody } from './refund-body.ts';

/** The calls that give money back, or ask a person to: a refund, a reversal, an approval. */
const givingBack: ReadonlySet<string> = new Set(['refund', 'request-approval']);

/**
 * The order that a request refunds or reverses, with its total. Cancelling is none of it: that takes back a refund
 * request, or an order nobody has paid.
 */
export function readRefunds(operation: string, request: RequestParts): readonly Refund[] {
  const body = parseJson(request.body ?? '');
  const transaction = orderOf(request.url);
  if (!givingBack.has(operation) || !body.ok || transaction === null) return [];
  const { grandTotal, sum } = readRefundBody(body.value);
  // Without a total the products are all that says how much.
  const amount = grandTotal === null || grandTotal === '' ? sum : grandTotal;
  return [{ transaction, amount, refundId: null }];
}
