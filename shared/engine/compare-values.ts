import { compareJsonNumbers } from '../formats/json-number.ts';
import { compactJson, parseJson } from '../formats/json.ts';
import { compilePattern, testPattern } from '../formats/linear-pattern.ts';
import { type AmountFault, parseAmount } from '../model/amount.ts';
import type { Check, CheckOperator } from '../model/check.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { FoundValue } from './find-values.ts';

/**
 * Whether what was found meets a demand; the failure is a sentence on why that cannot be told.
 *
 * - `exists` holds where anything was found, `absent` where nothing was; a `null` of JSON is something.
 * - `contains` and `matches` hold where they do for any value found.
 * - All others compare one value: of a JSONPath or XPath exactly one has to be found. Of codes, catalog entries and
 *   header values there may be many: one that fits is enough, and for `not-equals` none may be equal.
 * - `equals` compares texts, so `1.00` is not `1`; objects and arrays of JSON compare as their text without blanks.
 * - `less` to `at-least` compare plain decimals exactly; anything else, exponents too, is refused.
 */
export function compareValues(
  { subject, operator }: Pick<Check, 'subject' | 'operator'>,
  values: readonly FoundValue[],
  expected: string,
): Result<boolean, string> {
  if (operator === 'exists') return ok(values.length > 0);
  if (operator === 'absent') return ok(values.length === 0);
  const isList = subject.of === 'entry' || subject.of === 'code' || subject.of === 'header';
  if (operator === 'matches') return matchAny(values, expected);
  if (operator === 'contains') return ok(values.some(({ text }) => text.includes(expected)));
  if (!isList && values.length !== 1) return ok(false);
  if (operator === 'equals') return ok(values.some((value) => isEqual(value, expected)));
  if (operator === 'not-equals') return ok(values.every((value) => !isEqual(value, expected)));
  return compareAny(operator, values, expected);
}

/** Whether two texts are the same plain decimal, however it is written. */
export function isSameNumber(left: string, right: string): boolean {
  return parseAmount(left).ok && parseAmount(right).ok && compareJsonNumbers(left, right) === 0;
}

function isEqual({ text, isJson }: FoundValue, expected: string): boolean {
  if (!isJson) return text === expected;
  const node = parseJson(expected);
  return node.ok && compactJson(node.value) === text;
}

function matchAny(values: readonly FoundValue[], expected: string): Result<boolean, string> {
  const pattern = compilePattern(expected);
  if (!pattern.ok) return fail(`The pattern cannot be used: ${pattern.error}.`);
  for (const { text } of values) {
    const fits = testPattern(pattern.value, text, 'part');
    if (!fits.ok) return fail('The text is too long for this pattern; look at a smaller part of the answer.');
    if (fits.value) return ok(true);
  }
  return ok(false);
}

type NumberOperator = Exclude<
  CheckOperator,
  'equals' | 'not-equals' | 'contains' | 'matches' | 'exists' | 'absent'
>;

function compareAny(
  operator: NumberOperator,
  values: readonly FoundValue[],
  expected: string,
): Result<boolean, string> {
  const limit = parseAmount(expected);
  if (!limit.ok) return fail(`What is expected ${numberFaults[limit.error]}.`);
  for (const { text } of values) {
    const value = parseAmount(text);
    if (!value.ok) return fail(`What was found ${numberFaults[value.error]}.`);
    if (fitsLimit(operator, compareJsonNumbers(value.value, limit.value))) return ok(true);
  }
  return ok(false);
}

/** Why a text is not compared as a number, as the end of a sentence. */
export const numberFaults: Readonly<Record<AmountFault, string>> = {
  comma: 'holds a comma; a decimal is written with a point',
  exponent: 'is written with an exponent, and is not compared as a number',
  blank: 'holds a blank, and is not compared as a number',
  'not-a-number': 'is no plain decimal number',
};

function fitsLimit(operator: NumberOperator, order: number): boolean {
  switch (operator) {
    case 'less':
      return order < 0;
    case 'at-most':
      return order <= 0;
    case 'greater':
      return order > 0;
    case 'at-least':
      return order >= 0;
  }
}
