import { expect, it } from 'vitest';

import { findLateCaptures, type PlannedRequest } from '../../../shared/engine/find-late-captures.ts';

function request(name: string, uses: readonly string[], captures: readonly string[]): PlannedRequest {
  return {
    name,
    draft: {
      api: 'any',
      template: null,
      operation: 'refund',
      method: 'POST',
      url: `https://example.org/${uses.map((use) => `{{${use}}}`).join('/')}`,
      headers: [],
      body: { kind: 'none' },
    },
    checks: [],
    captures: captures.map((variable) => ({ subject: { of: 'code' }, variable })),
  };
}

function messages(requests: readonly PlannedRequest[], known: readonly string[] = []): readonly string[] {
  return findLateCaptures(requests, (name) => known.includes(name)).map(({ message }) => message);
}

it('what is captured before it is used, or by nobody, or for nobody, is fine', () => {
  expect(messages([request('A', ['free'], ['id']), request('B', ['id'], ['unused'])])).toEqual([]);
});

it('a request that uses what a later one captures is told, and where to move it', () => {
  expect(findLateCaptures([request('A', ['id'], []), request('B', [], ['id'])], () => false)).toEqual([
    {
      code: 'bad-run',
      message: 'The request A uses id, which B captures, and that runs after it.',
      remedy: 'Move B before A, or give id a value in the environment.',
    },
  ]);
});

it('a request that needs its own answer is told', () => {
  expect(messages([request('A', ['id'], ['id'])])).toEqual([
    'The request A uses id, which is only captured from its own answer.',
  ]);
});

it('two requests that wait for each other are told as such', () => {
  expect(messages([request('A', ['x'], ['y']), request('B', ['y'], ['x'])])).toEqual([
    'The requests A and B wait for each other: the first uses x, which the second captures, and the second uses y, which the first captures.',
  ]);
});

it('a value that is known before the run breaks the circle', () => {
  expect(messages([request('A', ['id'], ['id'])], ['id'])).toEqual([]);
});

it('what a check expects counts as use, unless it expects nothing', () => {
  const check = { subject: { of: 'code' }, operator: 'equals', expected: '{{id}}' } as const;
  const later = request('B', [], ['id']);
  expect(messages([{ ...request('A', [], []), checks: [check] }, later])).toHaveLength(1);
  expect(messages([{ ...request('A', [], []), checks: [{ ...check, operator: 'exists' }] }, later])).toEqual(
    [],
  );
});
