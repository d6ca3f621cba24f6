import type { Check, CheckOperator, CheckSubject } from '../model/check.ts';

/** The operators that compare a number. */
export const numberOperators: readonly CheckOperator[] = ['less', 'at-most', 'greater', 'at-least'];

/** Whether an operator compares with an expected text. */
export function needsExpected(operator: CheckOperator): boolean {
  return operator !== 'exists' && operator !== 'absent';
}

/** What is looked at, as the start of a sentence: `The header Location`, `$.amount`. */
export function describeSubject(subject: CheckSubject): string {
  switch (subject.of) {
    case 'status':
      return 'The status';
    case 'verdict':
      return 'The verdict';
    case 'entry':
      return 'The catalog entry';
    case 'code':
      return 'The code';
    case 'header':
      return `The header ${subject.name}`;
    case 'body':
      return 'The answer';
    case 'time':
      return 'The time in milliseconds';
    case 'json':
    case 'xml':
      return subject.path;
  }
}

const demands: Readonly<Record<CheckOperator, string>> = {
  equals: 'has to be',
  'not-equals': 'must not be',
  contains: 'has to contain',
  matches: 'has to match',
  exists: 'has to be there',
  absent: 'must not be there',
  less: 'has to be less than',
  'at-most': 'has to be at most',
  greater: 'has to be greater than',
  'at-least': 'has to be at least',
};

/** What is demanded, as the end of a sentence: `has to be 200`. */
export function describeDemand({ operator, expected }: Pick<Check, 'operator' | 'expected'>): string {
  if (!needsExpected(operator)) return demands[operator];
  return `${demands[operator]} ${expected === '' ? 'empty' : excerptOf(expected)}`;
}

/** A text short enough for a sentence. */
export function excerptOf(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
