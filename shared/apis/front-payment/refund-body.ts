import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import { addAmounts, parseAmount } from '../../model/amount.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/** What is asked for one product of an order. */
export type Part = { readonly id: string; readonly amount: string };

/** What a body says, field by field; `null` or an empty text where it says nothing. */
export type RefundBody = {
  readonly grandTotal: string | null;
  readonly parts: readonly Part[];
  /** The parts added up; `null` where one of them is not an amount. */
  readonly sum: string | null;
  /** `null` where the body leaves it open. */
  readonly isReversal: boolean | null;
};

export function readRefundBody(root: JsonNode | null): RefundBody {
  const parts = jsonItems(jsonMember(root, 'products')).map((item) => ({
    id: memberText(item, 'id') ?? '',
    amount: memberText(item, 'amount') ?? '',
  }));
  const complete = parts.length > 0 && parts.every(({ amount }) => parseAmount(amount).ok);
  const reversal = memberText(root, 'isReversal');
  return {
    grandTotal: memberText(root, 'grandTotal'),
    parts,
    sum: complete ? parts.reduce((sum, { amount }) => addAmounts(sum, amount), '0') : null,
    isReversal: reversal === null ? null : reversal === 'true' || reversal === '1',
  };
}

/** The order named by the last part of a call's address; `null` where there is none. */
export function orderOf(url: string): string | null {
  return /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1] ?? null;
}
