import { parseJsonPath, type PathFault } from '../formats/json-path.ts';
import { compilePattern } from '../formats/linear-pattern.ts';
import { parseXmlPath } from '../formats/xml-path.ts';
import { parseAmount } from '../model/amount.ts';
import type { Capture, Check, CheckSubject } from '../model/check.ts';
import { numberFaults } from './compare-values.ts';
import { numberOperators } from './describe-check.ts';

/** What of a check or capture cannot work, whatever the answer is. */
export type CheckFault = {
  readonly field: 'name' | 'path' | 'expected' | 'variable';
  /** One sentence. */
  readonly message: string;
};

/** What can be told of a check before anything is sent; empty where it can be held against an answer. */
export function faultsOfCheck({ subject, operator, expected }: Check): readonly CheckFault[] {
  const fault = faultOfExpected(subject, operator, expected);
  return [
    ...faultsOfSubject(subject),
    ...(fault === null ? [] : [{ field: 'expected' as const, message: fault }]),
  ];
}

/** What can be told of a capture before anything is sent. */
export function faultsOfCapture({ subject, variable }: Capture): readonly CheckFault[] {
  const message = faultOfVariable(variable);
  return [
    ...faultsOfSubject(subject),
    ...(message === null ? [] : [{ field: 'variable' as const, message }]),
  ];
}

function faultsOfSubject(subject: CheckSubject): readonly CheckFault[] {
  if (subject.of === 'header' && subject.name.trim() === '')
    return [{ field: 'name', message: 'Name the header to look at.' }];
  if (subject.of !== 'json' && subject.of !== 'xml') return [];
  if (subject.path.trim() === '')
    return [
      { field: 'path', message: `Write a path, like ${subject.of === 'json' ? '$.amount' : '//Amount'}.` },
    ];
  const path =
    subject.of === 'json' ? parseJsonPath(subject.path) : parseXmlPath(subject.path, subject.namespaces);
  return path.ok ? [] : [{ field: 'path', message: describePathFault(path.error) }];
}

function describePathFault({ message, column }: PathFault): string {
  return `Character ${column}: ${message}.`;
}

function faultOfExpected(
  subject: CheckSubject,
  operator: Check['operator'],
  expected: string,
): string | null {
  // Only a send knows what the variables stand for.
  if (expected.includes('{{')) return null;
  if (operator === 'matches') return faultOfPattern(expected);
  if (operator === 'contains' && expected === '')
    return 'Every text contains an empty one; write what it has to contain.';
  if (numberOperators.includes(operator)) {
    const amount = parseAmount(expected);
    return amount.ok
      ? null
      : `${expected === '' ? 'An empty text' : expected} ${numberFaults[amount.error]}.`;
  }
  if (operator !== 'equals' && operator !== 'not-equals') return null;
  if (subject.of === 'verdict' && !verdicts.includes(expected)) return `A verdict is ${verdicts.join(', ')}.`;
  return subject.of === 'status' && !/^[1-9]\d\d$/.test(expected)
    ? 'A status is three digits, like 200.'
    : null;
}

const verdicts: readonly string[] = ['accepted', 'pending', 'refused', 'unknown'];

function faultOfPattern(expected: string): string | null {
  if (expected === '') return 'Every text matches an empty pattern; write what it has to match.';
  const pattern = compilePattern(expected);
  return pattern.ok ? null : `The pattern cannot be used: ${pattern.error}.`;
}

function faultOfVariable(name: string): string | null {
  if (name.trim() === '') return 'Name the variable that takes the value.';
  if (name !== name.trim() || /[{}]/.test(name))
    return 'A name of a variable has no braces and no blanks around it.';
  return name.startsWith('$') ? 'Names with $ are those of the workbench; choose another one.' : null;
}
