import { fail, ok, type Result } from './result.ts';

/**
 * An amount is decimal text from end to end; no JavaScript number ever holds one.
 * `minor` counts the smallest unit (cents), `major` the currency itself (rupees, kroner).
 */
export type AmountUnit = 'minor' | 'major';

/** Why a text is not an amount. */
export type AmountFault = 'comma' | 'exponent' | 'blank' | 'not-a-number';

const plainDecimal = /^-?\d+(?:\.\d+)?$/;

/** Accepts plain decimal digits with at most one point and an optional minus sign, and gives them back unchanged. */
export function parseAmount(text: string): Result<string, AmountFault> {
  if (plainDecimal.test(text)) return ok(text);
  if (/\s/.test(text)) return fail('blank');
  if (text.includes(',')) return fail('comma');
  if (/^[-+]?[\d.]+e[-+]?\d+$/i.test(text)) return fail('exponent');
  return fail('not-a-number');
}

/** Digits after the point; `1.00` has two. */
export function decimalPlaces(amount: string): number {
  const point = amount.indexOf('.');
  return point === -1 ? 0 : amount.length - point - 1;
}

/** Negative, zero or positive, as for sorting. Both must be amounts. */
export function compareAmounts(left: string, right: string): number {
  const [a, b] = toSameScale(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A text that sorts, byte by byte, as the amount does by its value: `1`, `1.0` and `01.00` have the same. The number of
 * digits before the point comes first; of a negative amount every digit counts backwards.
 */
export function amountSortKey(amount: string): string {
  const shortest = shortestAmount(amount);
  const [whole = '', fraction = ''] = shortest.replace('-', '').split('.');
  const key = `${String(whole.length).padStart(7, '0')}${whole}.${fraction}`;
  if (!shortest.startsWith('-')) return `p${key}`;
  return `n${key.replace(/\d/g, (digit) => String(9 - Number(digit)))}~`;
}

/** Exact sum, with as many decimals as the longer of the two. */
export function addAmounts(left: string, right: string): string {
  const [a, b, places] = toSameScale(left, right);
  return fromScaled(a + b, places);
}

/** Exact difference, with as many decimals as the longer of the two. */
export function subtractAmounts(left: string, right: string): string {
  const [a, b, places] = toSameScale(left, right);
  return fromScaled(a - b, places);
}

/** `1000` in minor units as `10.00`; the digits themselves are not changed. */
export function minorToMajor(minor: string, places = 2): string {
  return fromScaled(BigInt(minor), places);
}

/** The shortest text of an amount: `1`, `1.0` and `01.00` are all `1`; there is no `-0`. */
export function shortestAmount(amount: string): string {
  const plain = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
  const digits = plain.replace(/^(-?)0+(?=\d)/, '$1');
  return digits === '-0' ? '0' : digits;
}

/** Exact product with a whole number, with as many decimals as the amount. */
export function multiplyAmount(amount: string, factor: bigint): string {
  const places = decimalPlaces(amount);
  return fromScaled(toScaled(amount, places) * factor, places);
}

function toSameScale(left: string, right: string): [bigint, bigint, number] {
  const places = Math.max(decimalPlaces(left), decimalPlaces(right));
  return [toScaled(left, places), toScaled(right, places), places];
}

function toScaled(amount: string, places: number): bigint {
  return BigInt(amount.replace('.', '') + '0'.repeat(places - decimalPlaces(amount)));
}

function fromScaled(scaled: bigint, places: number): string {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
