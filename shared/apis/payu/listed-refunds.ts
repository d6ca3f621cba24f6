import { memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** One refund in the answer to a status call. */
export type ListedRefund = {
  readonly payuId: string;
  readonly requestId: string;
  /** As written: `queued`, `success`, `failure`. */
  readonly status: string;
  readonly amount: string | null;
  /** The refund_id under which it was asked for. */
  readonly token: string | null;
};

/** The refunds of a status answer, which stand under their payu_id and then under their request_id. */
export function listedRefunds(root: JsonNode): readonly ListedRefund[] {
  return membersOf(root).flatMap(({ name: payuId, value: payment }) =>
    membersOf(payment).flatMap(({ name: requestId, value: refund }) => {
      const status = memberText(refund, 'status');
      if (status === null) return [];
      const [amount, token] = [memberText(refund, 'amt'), memberText(refund, 'token')];
      return [{ payuId, requestId, status, amount, token }];
    }),
  );
}

function membersOf(node: JsonNode): readonly { readonly name: string; readonly value: JsonNode }[] {
  return node.kind === 'object' ? node.members : [];
}
