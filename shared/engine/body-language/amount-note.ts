import type { FieldSpec } from '../../definition/field-spec.ts';
import { decimalPlaces, minorToMajor, parseAmount } from '../../model/amount.ts';

/**
 * What an amount means where its notation does not show it: `10.00 USD, in cents` for 1000 in minor units, `42.00 NOK`
 * for a bare 42 that could be taken for øre. `null` where the text says it itself, or is no plain amount.
 */
export function amountNote({ amount }: FieldSpec, text: string): string | null {
  if (amount === undefined || !parseAmount(text).ok || decimalPlaces(text) > 0) return null;
  const { unit, currency, decimals } = amount;
  if (unit === 'minor') return `${minorToMajor(text)} ${currency}, in cents`;
  if (decimals === 0) return null;
  const written = `${text}.${'0'.repeat(decimals)}`;
  return /^[A-Z]{3}$/.test(currency) ? `${written} ${currency}` : `${written} in ${currency}`;
}
