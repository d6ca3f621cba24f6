import { memberText, parseJson } from '../../formats/json.ts';
import type { Refund } from '../../model/refund.ts';
import type { RequestParts } from '../../model/request-parts.ts';

/** The wallet transaction that a request refunds; the document has no id for the refund itself. */
export function readRefunds(_operation: string, request: RequestParts): readonly Refund[] {
  const body = parseJson(request.body ?? '');
  const transaction = (body.ok ? memberText(body.value, 'initial_txn_id') : null)?.trim() ?? '';
  if (!body.ok || transaction === '') return [];
  const amount = memberText(body.value, 'txn_amount') ?? '';
  return [{ transaction, amount: amount === '' ? null : amount, refundId: null }];
}
