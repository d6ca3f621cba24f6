import { describe, expect, it } from 'vitest';

import { compareEnvironments } from '../../../shared/engine/compare-environments.ts';
import type { Environment } from '../../../shared/model/environment.ts';

function side(
  variables: Readonly<Record<string, string>>,
  changes: Partial<Environment> = {},
  setSecrets: readonly string[] = [],
): Parameters<typeof compareEnvironments>[0] {
  const pairs = Object.entries(variables).map(([name, value]) => ({ name, value }));
  const environment = {
    id: 'a',
    name: 'A',
    environmentClass: 'test',
    notes: '',
    variables: pairs,
    secrets: [],
  } as const;
  return { environment: { ...environment, ...changes }, setSecrets };
}

const declared: ReadonlySet<string> = new Set(['pay.token']);

describe('two environments', () => {
  it('are compared by class, then base URLs, then the rest by name', () => {
    const left = side({ team: 'blue', 'pay.amount': '1.00', 'pay.baseUrl': 'https://a.example' });
    const right = side(
      { 'pay.baseUrl': 'https://b.example', 'pay.amount': '1.0' },
      { environmentClass: 'production' },
    );
    expect(compareEnvironments(left, right, declared).map(({ name, state }) => [name, state])).toEqual([
      [null, 'different'],
      ['pay.baseUrl', 'different'],
      ['pay.amount', 'different'],
      ['team', 'missing'],
    ]);
  });

  it('that are the same differ in nothing', () => {
    const one = side({ a: '0005', b: '' });
    expect(compareEnvironments(one, one, declared).map(({ state }) => state)).toEqual([
      'equal',
      'equal',
      'equal',
    ]);
  });

  it('show secrets as set or not, never a value, also where a file holds one', () => {
    const left = side({ 'pay.token': 'typed-into-the-file' }, { secrets: ['own'] }, ['own']);
    const right = side({}, {}, ['pay.token']);
    const rows = compareEnvironments(left, right, declared);
    expect(rows.slice(1)).toEqual([
      {
        name: 'own',
        left: { kind: 'secret', isSet: true },
        right: { kind: 'secret', isSet: false },
        state: 'missing',
      },
      {
        name: 'pay.token',
        left: { kind: 'secret', isSet: true },
        right: { kind: 'secret', isSet: true },
        state: 'set',
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('typed-into-the-file');
  });
});
