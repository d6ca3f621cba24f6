import { memberText, parseJson } from '../../formats/json.ts';
import type { Refund } from '../../model/refund.ts';
import type { RequestParts } from '../../model/request-parts.ts';

/** The payment that a request refunds or cancels; the same call does both. */
export function readRefunds(operation: string, request: RequestParts): readonly Refund[] {
  const body = parseJson(request.body ?? '');
  if (operation !== 'refund' || !body.ok) return [];
  const transaction = memberText(body.value, 'payu_id')?.trim() ?? '';
  if (transaction === '') return [];
  const amount = memberText(body.value, 'amount') ?? '';
  const refundId = memberText(body.value, 'refund_id') ?? '';
  return [
    { transaction, amount: amount === '' ? null : amount, refundId: refundId === '' ? null : refundId },
  ];
}
