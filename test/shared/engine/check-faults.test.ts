import { describe, expect, it } from 'vitest';

import { faultsOfCapture, faultsOfCheck } from '../../../shared/engine/check-faults.ts';
import type { Check, CheckSubject } from '../../../shared/model/check.ts';

function faults(subject: CheckSubject, operator: Check['operator'], expected = ''): readonly string[] {
  return faultsOfCheck({ subject, operator, expected }).map(({ field, message }) => `${field}: ${message}`);
}

describe('what cannot work is told before anything is sent', () => {
  it.each<[CheckSubject, Check['operator'], string, string]>([
    [{ of: 'header', name: ' ' }, 'exists', '', 'name: Name the header to look at.'],
    [{ of: 'json', path: '' }, 'exists', '', 'path: Write a path, like $.amount.'],
    [{ of: 'json', path: '$.' }, 'exists', '', 'path: Character 3: a name or * is expected after the point.'],
    [{ of: 'xml', path: '//a[', namespaces: {} }, 'exists', '', 'path: Character 5: it ends too early.'],
    [
      { of: 'xml', path: '//s:a', namespaces: {} },
      'exists',
      '',
      'path: Character 1: the prefix s is bound to no namespace; bind it, or leave prefixes out.',
    ],
    [{ of: 'time' }, 'less', '1,5', 'expected: 1,5 holds a comma; a decimal is written with a point.'],
    [{ of: 'time' }, 'less', '', 'expected: An empty text is no plain decimal number.'],
    [{ of: 'status' }, 'equals', '2xx', 'expected: A status is three digits, like 200.'],
    [{ of: 'verdict' }, 'equals', 'fine', 'expected: A verdict is accepted, pending, refused, unknown.'],
    [
      { of: 'body' },
      'contains',
      '',
      'expected: Every text contains an empty one; write what it has to contain.',
    ],
    [
      { of: 'body' },
      'matches',
      '(',
      'expected: The pattern cannot be used: it is not a regular expression: unterminated group.',
    ],
  ])('%o %s %s', (subject, operator, expected, fault) => {
    expect(faults(subject, operator, expected)).toEqual([fault]);
  });

  it('nothing is wrong with what only a send can know, or with what is right', () => {
    expect(faults({ of: 'time' }, 'less', '{{limit}}')).toEqual([]);
    expect(faults({ of: 'verdict' }, 'equals', 'accepted')).toEqual([]);
    expect(faults({ of: 'json', path: '$.amount' }, 'equals', '')).toEqual([]);
  });

  it.each([
    ['', 'Name the variable that takes the value.'],
    ['{{id}}', 'A name of a variable has no braces and no blanks around it.'],
    ['$session.id', 'Names with $ are those of the workbench; choose another one.'],
  ])('a capture into %s', (variable, message) => {
    expect(faultsOfCapture({ subject: { of: 'code' }, variable })).toEqual([{ field: 'variable', message }]);
  });

  it('a capture into a plain name is fine', () => {
    expect(faultsOfCapture({ subject: { of: 'code' }, variable: 'payu.refundId' })).toEqual([]);
  });
});
