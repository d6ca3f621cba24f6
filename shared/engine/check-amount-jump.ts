import { compareAmounts, multiplyAmount, parseAmount } from '../model/amount.ts';
import type { Problem } from '../model/problem.ts';

/** How far apart two amounts must be to look like a slip: cents taken for whole units make a hundred. */
const suspiciousFactor = 100n;

export type AmountJumpInput = {
  /** `null` where the refund gives no amount. */
  readonly amount: string | null;
  /** Amounts of earlier refunds in the same unit, the most telling first. */
  readonly lastAmounts: readonly string[];
};

/** A warning where an amount is a hundred times as much or as little as an earlier one; `null` where none is. */
export function checkAmountJump({ amount, lastAmounts }: AmountJumpInput): Problem | null {
  if (amount === null) return null;
  const last = lastAmounts.find((candidate) => isJump(amount, candidate));
  if (last === undefined) return null;
  const direction = compareAmounts(magnitudeOf(amount), magnitudeOf(last)) > 0 ? 'more' : 'less';
  return {
    code: 'bad-amount',
    message: `The amount ${amount} is at least 100 times ${direction} than the ${last} of an earlier refund.`,
    remedy: 'Check the unit and the decimal point: is it in cents or in whole units?',
  };
}

/** Zero is no measure, and a text that is not an amount is reported elsewhere. */
function isJump(amount: string, last: string): boolean {
  if (!parseAmount(amount).ok || !parseAmount(last).ok) return false;
  const [small = '0', large = '0'] = [magnitudeOf(amount), magnitudeOf(last)].toSorted(compareAmounts);
  return (
    compareAmounts(small, '0') > 0 && compareAmounts(large, multiplyAmount(small, suspiciousFactor)) >= 0
  );
}

function magnitudeOf(amount: string): string {
  return amount.replace(/^-/, '');
}
