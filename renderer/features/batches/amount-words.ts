import { type AmountUnit, minorToMajor } from '../../../shared/model/amount.ts';
import type { BatchTotal } from '../../../shared/model/batch.ts';

/** `425000 = 4,250.00 USD, in cents`, `4,250.00 INR`: an amount as it is written and as it is read. */
export function amountWords(amount: string, unit: AmountUnit, currency: string): string {
  if (unit === 'major') return `${groupDigits(amount)} ${currency}`;
  if (!/^-?\d+$/.test(amount)) return `${amount}, not a number of whole cents`;
  return `${amount} = ${groupDigits(minorToMajor(amount))} ${currency}, in cents`;
}

/** A sum in words: without any amount the refunds give back all that is left. */
export function totalWords({ amount, unit, currency, rows, withoutAmount }: BatchTotal): string {
  if (withoutAmount === rows) return 'all that is left of each';
  const sum = amountWords(amount, unit, currency);
  return withoutAmount === 0 ? sum : `${sum}, and all that is left of ${withoutAmount} more`;
}

/** `4250.00` as `4,250.00`. Works on the text, so no digit is lost. */
export function groupDigits(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
