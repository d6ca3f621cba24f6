import { memberText, parseJson } from '../../formats/json.ts';
import type { Effect } from '../../model/effect.ts';
import type { RequestParts } from '../../model/request-parts.ts';

/** What PayU will do with the request, from the fields it holds. */
export function describeEffect(operation: string, request: RequestParts): Effect {
  const body = parseJson(request.body ?? '');
  const root = body.ok ? body.value : null;
  const payment = memberText(root, 'payu_id') ?? 'an unnamed payment';
  if (operation === 'refund-status') {
    return {
      sentences: [`Asks what became of the refunds of payment ${payment}. Changes nothing.`],
      cautions: [],
    };
  }
  const amount = memberText(root, 'amount') ?? 'an unstated amount';
  const refundId = memberText(root, 'refund_id') ?? 'no refund id';
  return {
    sentences: [
      `Refunds ${amount} INR of payment ${payment}, if it is captured; cancels the payment, if it is only authorised.`,
      `PayU queues it as ${refundId} and settles later; ask for the status to see the end.`,
    ],
    cautions: ['PayU decides by the state of the payment whether this is a refund or a cancellation.'],
  };
}
