/** Whether two literal JSON numbers are the same number: `1.00` and `1e0`. Exact, whatever their length. */
export function isSameNumber(left: string, right: string): boolean {
  return shortestNumber(left) === shortestNumber(right);
}

/** Whether two texts are the same decimal but for zeros after the point: `10` and `10.00`, but not `0005` and `5`. */
export function isSameDecimal(left: string, right: string): boolean {
  return isDecimal(left) && isDecimal(right) && withoutZeros(left) === withoutZeros(right);
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

function withoutZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
}

/** Sign, digits without zeros at either end, and the power of ten they are taken by. */
function shortestNumber(literal: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,15}))?$/.exec(literal);
  if (parts === null) return literal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return '0';
  const significant = digits.replace(/0+$/, '');
  const power =
    BigInt(exponent.replace('+', '')) - BigInt(fraction.length - (digits.length - significant.length));
  return `${sign}${significant}e${power}`;
}
