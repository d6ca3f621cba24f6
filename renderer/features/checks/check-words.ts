import { checkOperators, type CheckOperator, type CheckSubject } from '../../../shared/model/check.ts';

type SubjectKind = CheckSubject['of'];

/** What a check can look at, as its list of choices says it. */
export const subjectTitles: Readonly<Record<SubjectKind, string>> = {
  status: 'Status',
  verdict: 'Verdict',
  code: 'Code',
  entry: 'Catalog entry',
  header: 'Header',
  body: 'Whole body',
  json: 'JSONPath',
  xml: 'XPath',
  time: 'Time in ms',
};

/** Operators, as the list of choices says them. */
export const operatorTitles: Readonly<Record<CheckOperator, string>> = {
  equals: 'is',
  'not-equals': 'is not',
  contains: 'contains',
  matches: 'matches',
  exists: 'exists',
  absent: 'is absent',
  less: 'less than',
  'at-most': 'at most',
  greater: 'greater than',
  'at-least': 'at least',
};

const numeric = ['less', 'at-most', 'greater', 'at-least'] as const;

/** The operators that make sense for what is looked at, the likeliest first. */
export function operatorsFor(of: SubjectKind): readonly CheckOperator[] {
  switch (of) {
    case 'status':
      return ['equals', 'not-equals', ...numeric];
    case 'verdict':
      return ['equals', 'not-equals'];
    case 'entry':
    case 'code':
      return ['equals', 'not-equals', 'matches', 'exists', 'absent'];
    case 'time':
      return numeric;
    case 'header':
    case 'body':
    case 'json':
    case 'xml':
      return checkOperators;
  }
}

/** A subject of another kind; a path stays where it can. */
export function subjectOf(kind: SubjectKind, before: CheckSubject): CheckSubject {
  const path = 'path' in before ? before.path : '';
  switch (kind) {
    case 'header':
      return { of: kind, name: '' };
    case 'json':
      return { of: kind, path };
    case 'xml':
      return { of: kind, path, namespaces: {} };
    default:
      return { of: kind };
  }
}

/** `s=urn:s d=urn:d`: namespaces as they are typed. */
export function formatNamespaces(namespaces: Readonly<Record<string, string>>): string {
  return Object.entries(namespaces)
    .map(([prefix, uri]) => `${prefix}=${uri}`)
    .join(' ');
}

/** What is not yet a prefix with its URI is passed over. */
export function parseNamespaces(text: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(/\s+/)
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const);
  return Object.fromEntries(pairs.filter(([prefix, uri]) => prefix !== '' && uri !== ''));
}
