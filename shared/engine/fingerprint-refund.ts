import { parseAmount, shortestAmount } from '../model/amount.ts';
import type { Refund } from '../model/refund.ts';

export type RefundAtTarget = {
  /** Id of the API. */
  readonly api: string;
  /** Where it goes: the origin of the request's URL; upper and lower case do not count. */
  readonly target: string;
  readonly refund: Refund;
};

/**
 * A readable text that is the same for the same money at the same provider: `payu|https://api.example|4039|500`.
 * The refund id is no part of it: the same money asked for under another id is the accident to catch.
 */
export function fingerprintRefund({ api, target, refund }: RefundAtTarget): string {
  const parts = [api, target.toLowerCase(), refund.transaction.trim(), amountPart(refund.amount)];
  return parts.map((part) => part.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join('|');
}

/** What is not an amount stands in quotes, so that it never looks like one, nor like `all`. */
function amountPart(text: string | null): string {
  if (text === null) return 'all';
  const amount = parseAmount(text.trim());
  return amount.ok ? shortestAmount(amount.value) : `"${text.trim()}"`;
}
