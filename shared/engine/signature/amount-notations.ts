/**
 * Other ways of writing a decimal number, likeliest first: more or fewer decimals, a comma, minor units. Text in, text
 * out. Empty where the text is no number.
 */
export function amountNotations(text: string): readonly string[] {
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(text.trim().replaceAll(/(?<=\d)[ ,'](?=\d{3}(?:\D|$))/g, ''));
  if (match === null) return [];
  const [, whole = '', decimals = ''] = match;
  const short = decimals.replace(/0+$/, '');
  const places = [2, 0, 1, 3].filter((count) => short.length <= count);
  const fixed = places.map((count) => joinDecimals(whole, short.padEnd(count, '0')));
  const exact = joinDecimals(whole, short);
  const plain = [...fixed, exact, ...(short === '' ? [`${whole}.`] : [])];
  const minor = [2, 3].flatMap((count) =>
    short.length <= count ? [(whole + short.padEnd(count, '0')).replace(/^0+(?=\d)/, '')] : [],
  );
  const major = decimals === '' ? [`${whole.slice(0, -2) || '0'}.${whole.slice(-2).padStart(2, '0')}`] : [];
  const grouped = plain.map((number) => number.replace(/^\d+/, groupDigits));
  const commas = plain.map((number) => number.replace('.', ','));
  const all = [...plain, ...minor, ...major, ...commas, ...grouped];
  return [...new Set(all)].filter((notation) => notation !== text);
}

/**
 * What programs make of an id that they read as a number: a decimal point, no leading zeros, and of a long one the digits
 * that a floating-point number can keep.
 */
export function numberNotations(text: string): readonly string[] {
  if (!/^\d+$/.test(text)) return [];
  // The one place that makes a number of an id: to know the wrong digits that others get by it.
  const float = text.length > 15 ? [String(Number(text)), Number(text).toExponential()] : [];
  const all = [...float, `${text}.0`, `${text}.00`, text.replace(/^0+(?=\d)/, '')];
  return [...new Set(all)].filter((notation) => notation !== text);
}

function joinDecimals(whole: string, decimals: string): string {
  return decimals === '' ? whole : `${whole}.${decimals}`;
}

function groupDigits(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
