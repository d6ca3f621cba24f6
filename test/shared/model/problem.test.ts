import { expect, it } from 'vitest';

import { formatPlace, type Place } from '../../../shared/model/problem.ts';

it.each<[Place, string]>([
  [{ part: 'url' }, 'URL'],
  [{ part: 'header', name: 'Authorization' }, 'Header Authorization'],
  [{ part: 'body', line: 3, column: 9 }, 'Body, line 3, column 9'],
  [{ part: 'body', name: 'amount', line: 3 }, 'Body amount, line 3, column 1'],
  [{ part: 'variable', name: 'payu.amount' }, 'Variable payu.amount'],
])('a place %j is written %s', (place, words) => expect(formatPlace(place)).toBe(words));
