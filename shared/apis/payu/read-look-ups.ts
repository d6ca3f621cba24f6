import type { Answer } from '../../definition/answer.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import type { LookUp } from '../../model/refund.ts';
import { type ListedRefund, listedRefunds } from './listed-refunds.ts';

/**
 * The states of a refund. `queued` is printed by PayU: Partner Refund Status API (certain); `success` and `failure` by
 * PayU: Refund Status Callback, and the status call most likely uses the same words.
 */
const states: ReadonlyMap<string, LookUp['state']> = new Map([
  ['queued', 'pending'],
  ['success', 'accepted'],
  ['failure', 'refused'],
]);

/**
 * What the status call proves of the refunds it lists, each by the refund_id that PayU returns as `token`. It proves
 * nothing of a refund that is not listed: "0 out of 1 Transactions Fetched Successfully" may only be too early. An
 * entry without a token, or with a state that is not published, ties to nothing and is left out.
 */
export function readLookUps({ operation, status, body, request }: Answer): readonly LookUp[] {
  if (operation !== 'refund-status' || body.kind !== 'json') return [];
  if (status !== null && status !== 200) return [];
  const asked = parseJson(request?.body ?? '');
  const payuId = asked.ok ? (memberText(asked.value, 'payu_id')?.trim() ?? null) : null;
  const listed = listedRefunds(body.root).filter((refund) => payuId === null || refund.payuId === payuId);
  return listed.flatMap((refund) => {
    const state = states.get(refund.status.toLowerCase());
    if (state === undefined || refund.token === null || refund.token === '') return [];
    if (listed.some((other) => contradicts(refund, other))) return [];
    return [{ transaction: refund.payuId, refundId: refund.token, amount: refund.amount, state }];
  });
}

/** Samples show one token on two refunds; where their states differ, the token no longer tells which is meant. */
function contradicts(refund: ListedRefund, other: ListedRefund): boolean {
  return (
    refund.token === other.token &&
    refund.amount === other.amount &&
    refund.status.toLowerCase() !== other.status.toLowerCase()
  );
}
