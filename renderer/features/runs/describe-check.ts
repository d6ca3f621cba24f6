import type { CheckOperator, CheckSubject } from '../../../shared/model/check.ts';

const operatorWords: Record<CheckOperator, string> = {
  equals: 'equals',
  'not-equals': 'is not',
  contains: 'contains',
  matches: 'matches',
  exists: 'exists',
  absent: 'is absent',
  less: 'is less than',
  'at-most': 'is at most',
  greater: 'is greater than',
  'at-least': 'is at least',
};

/** What of an answer is looked at, in few words. */
export function subjectWords(subject: CheckSubject): string {
  switch (subject.of) {
    case 'header':
      return `header ${subject.name}`;
    case 'json':
    case 'xml':
      return subject.path;
    case 'entry':
      return 'catalog entry';
    case 'time':
      return 'time in ms';
    case 'status':
    case 'verdict':
    case 'code':
    case 'body':
      return subject.of;
  }
}

/** How it is compared, in few words. */
export function comparisonWords(operator: CheckOperator): string {
  return operatorWords[operator];
}
