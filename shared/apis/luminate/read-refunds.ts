import type { Refund } from '../../model/refund.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import {
  isPartial,
  nameOfItem,
  type RefundItem,
  refundItemsOf,
  statedAmounts,
  totalOf,
} from './refund-request.ts';

/**
 * One refund for each item, in the order of the request and of the explained answer. An item that names no payment
 * keeps its place with an empty id, so that the others stay tied to their results. Luminate has no id for a refund.
 */
export function readRefunds(_operation: string, request: RequestParts): readonly Refund[] {
  return (refundItemsOf(request) ?? []).map((item) => ({
    transaction: nameOfItem(item) ?? '',
    amount: amountOf(item),
    refundId: null,
  }));
}

/**
 * A full refund gives all that is left, whatever amounts stand beside it. Of a partial one every stated amount is money
 * that moves, so their sum tells two refunds apart best; store items have no amount and cannot be counted.
 */
function amountOf(item: RefundItem): string | null {
  const stated = isPartial(item) ? statedAmounts(item) : [];
  const [first, second] = stated;
  if (first === undefined) return null;
  if (second === undefined) return first.cents === '' ? null : first.cents;
  return totalOf(stated) ?? stated.map(({ cents }) => cents).join(' + ');
}
