import { memberText, parseJson } from '../../formats/json.ts';
import type { Effect } from '../../model/effect.ts';
import type { RequestParts } from '../../model/request-parts.ts';

const receivers: ReadonlyMap<string, string> = new Map([
  ['MR', 'as a merchant refund (MR)'],
  ['CR', 'as a customer refund (CR)'],
]);

/** What DigiPay.Guru will do with the request, from the fields it holds. */
export function describeEffect(_operation: string, request: RequestParts): Effect {
  const body = parseJson(request.body ?? '');
  const root = body.ok ? body.value : null;
  const amount = memberText(root, 'txn_amount') ?? 'an unstated amount';
  const transaction = memberText(root, 'initial_txn_id') ?? '(unnamed)';
  const code = memberText(root, 'txn_code') ?? '';
  const receiver = receivers.get(code) ?? `under the unpublished code ${code || '(none)'}`;
  return {
    sentences: [
      `Refunds ${amount} (whole units of the wallet currency) of transaction ${transaction}, ${receiver}.`,
      'The wallet does it at once and answers with the id of the refund.',
    ],
    cautions: [
      ...(receivers.has(code) ? [] : ['The sample knows the codes MR and CR only.']),
      'Nothing marks a repeat: sending it twice can refund twice, and no status call is documented.',
    ],
  };
}
