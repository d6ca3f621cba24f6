import { expect, it } from 'vitest';

import { isRepeatable, type Stop } from '../../../shared/model/stop.ts';

it.each<[stop: Stop | undefined, repeatable: boolean]>([
  [{ kind: 'repeat', exchangeId: '1', waitUntil: null }, true],
  [{ kind: 'unknown-outcome', exchangeId: '1', sameId: true }, true],
  [{ kind: 'unknown-outcome', exchangeId: '1', sameId: false }, false],
  [{ kind: 'not-armed', environmentId: 'live' }, false],
  [{ kind: 'not-confirmed', asked: 'the amount' }, false],
  [undefined, false],
])('%j gives way to naming the earlier exchange: %s', (stop, repeatable) => {
  expect(isRepeatable(stop)).toBe(repeatable);
});
