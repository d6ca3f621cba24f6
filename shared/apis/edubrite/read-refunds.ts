import { formValue, parseForm } from '../../formats/form.ts';
import type { Refund } from '../../model/refund.ts';
import type { RequestParts } from '../../model/request-parts.ts';

/** The invoice that a request refunds: always all of it, and with no id for the refund itself. */
export function readRefunds(_operation: string, request: RequestParts): readonly Refund[] {
  const transaction = formValue(parseForm(request.body ?? ''), 'id')?.trim() ?? '';
  return transaction === '' ? [] : [{ transaction, amount: null, refundId: null }];
}
