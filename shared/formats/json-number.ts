/** A JSON number as sign, digits and place: its value is `0.<digits> × 10^point`. Zero has no digits. */
type Scientific = { readonly negative: boolean; readonly digits: string; readonly point: bigint };

/**
 * Negative, zero or positive, as for sorting, for two numbers as JSON writes them (`-1.50`, `15e-1`); exact whatever
 * their length and exponent, because no digit ever becomes a JavaScript number.
 */
export function compareJsonNumbers(left: string, right: string): number {
  const [a, b] = [toScientific(left), toScientific(right)];
  if (signOf(a) !== signOf(b)) return signOf(a) - signOf(b);
  const size = compareSizes(a, b);
  return a.negative ? -size : size;
}

function toScientific(literal: string): Scientific {
  const [mantissa = '', exponent = '0'] = literal.replace(/^-/, '').split(/e/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = `${whole}${fraction}`;
  const leading = /^0*/.exec(all)?.[0].length ?? 0;
  const digits = withoutEndingZeros(all.slice(leading));
  const point = BigInt(whole.length - leading) + BigInt(exponent.replace('+', ''));
  return { negative: literal.startsWith('-'), digits, point };
}

/** By hand, because a pattern that ends in `0+$` takes quadratic time on a long row of zeros. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

function signOf({ negative, digits }: Scientific): number {
  return digits === '' ? 0 : negative ? -1 : 1;
}

function compareSizes(left: Scientific, right: Scientific): number {
  if (left.point !== right.point) return left.point < right.point ? -1 : 1;
  return left.digits < right.digits ? -1 : left.digits > right.digits ? 1 : 0;
}
