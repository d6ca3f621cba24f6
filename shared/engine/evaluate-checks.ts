import type { Capture, CaptureResult, Check, CheckReport, CheckResult } from '../model/check.ts';
import type { Result } from '../model/result.ts';
import type { CheckedAnswer } from './checked-answer.ts';
import { compareValues, isSameNumber } from './compare-values.ts';
import { describeDemand, describeSubject, excerptOf, needsExpected } from './describe-check.ts';
import { createValueFinder, type FoundValue, type ValueFinder } from './find-values.ts';

/** Longest text that a report keeps of what was found; the rest stands in the stored exchange. */
const longestActual = 1000;

/** What is held against an answer. */
export type CheckOrder = {
  readonly checks: readonly Check[];
  readonly captures: readonly Capture[];
  readonly answer: CheckedAnswer;
  /** Replaces the variables of an expected text; the failure is a sentence. Secrets have to be refused by it. */
  readonly resolve: (text: string) => Result<string, string>;
};

/** Holds an answer against checks, and takes values out of it. What cannot be looked at is a failed check that says why. */
export function evaluateChecks({ checks, captures, answer, resolve }: CheckOrder): CheckReport {
  const find = createValueFinder(answer);
  return {
    checks: checks.map((check) => evaluateCheck(check, find, resolve)),
    captures: captures.map((capture) => takeValue(capture, find)),
  };
}

function evaluateCheck(check: Check, find: ValueFinder, resolve: CheckOrder['resolve']): CheckResult {
  const failed = (message: string): CheckResult => ({ check, passed: false, actual: null, message });
  const expected = needsExpected(check.operator) ? resolve(check.expected) : { ok: true as const, value: '' };
  if (!expected.ok) return failed(expected.error);
  const values = find(check.subject);
  if (!values.ok) return failed(values.error);
  const passed = compareValues(check, values.value, expected.value);
  const actual = actualOf(values.value);
  const demand = describeDemand({ ...check, expected: expected.value });
  const told = `${describeSubject(check.subject)} ${describeFound(values.value)}; it ${demand}.`;
  if (!passed.ok) return { check, passed: false, actual, message: `${told} ${passed.error}` };
  const hint = passed.value ? '' : hintFor(check, values.value, expected.value);
  return { check, passed: passed.value, actual, message: `${told}${hint}` };
}

function describeFound(values: readonly FoundValue[]): string {
  const [first] = values;
  if (first === undefined) return 'was not found';
  if (values.length > 1) return `was found ${values.length} times: ${excerptOf(joined(values))}`;
  return first.text === '' ? 'is empty' : `is ${excerptOf(first.text)}`;
}

function hintFor({ subject, operator }: Check, values: readonly FoundValue[], expected: string): string {
  const [first] = values;
  if (first === undefined) return '';
  const comparesOne = operator !== 'contains' && operator !== 'matches' && operator !== 'absent';
  if (values.length > 1 && comparesOne && (subject.of === 'json' || subject.of === 'xml'))
    return ' Only a single value can be compared: make the path narrower.';
  if (operator !== 'equals' || !isSameNumber(first.text, expected)) return '';
  return ' As numbers they are the same: “at least” and “at most” compare numbers.';
}

function takeValue(capture: Capture, find: ValueFinder): CaptureResult {
  const values = find(capture.subject);
  if (!values.ok) return { capture, value: null, message: values.error };
  const [first] = values.value;
  const name = describeSubject(capture.subject);
  if (first === undefined) return { capture, value: null, message: `${name} was not found.` };
  const isPath = capture.subject.of === 'json' || capture.subject.of === 'xml';
  if (isPath && values.value.length > 1)
    return {
      capture,
      value: null,
      message: `${name} was found ${values.value.length} times; only a single value can be taken.`,
    };
  return { capture, value: first.text, message: '' };
}

function actualOf(values: readonly FoundValue[]): string | null {
  if (values.length === 0) return null;
  const text = joined(values);
  return text.length <= longestActual ? text : `${text.slice(0, longestActual - 1)}…`;
}

/** The first values only: there may be a million. */
function joined(values: readonly FoundValue[]): string {
  const shown = values.slice(0, 20).map(({ text }) => text);
  return [...shown, ...(values.length > shown.length ? ['…'] : [])].join(', ');
}
