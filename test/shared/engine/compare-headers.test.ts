import { expect, it } from 'vitest';

import { compareHeaders } from '../../../shared/engine/compare-headers.ts';

it('goes by name without regard to case, and by all values of a name', () => {
  const left = [
    ['Content-Type', 'application/json'],
    ['X-Tag', 'a'],
    ['x-tag', 'b'],
  ] as const;
  const right = [
    ['content-type', 'application/json'],
    ['x-tag', 'a'],
  ] as const;
  expect(compareHeaders(left, right)).toMatchObject([
    { path: 'x-tag', kind: 'value', left: { text: 'a\nb' }, right: { text: 'a' }, mark: null },
  ]);
});

it('tells what only one side has', () => {
  expect(compareHeaders([['a', '1']], [['B', '2']])).toMatchObject([
    { path: 'a', kind: 'extra', right: null },
    { path: 'b', kind: 'missing', left: null },
  ]);
});

it.each([
  'Date',
  'X-Request-Id',
  'x-correlation-id',
  'X-Amzn-Trace-Id',
  'traceparent',
  'CF-RAY',
  'Set-Cookie',
  'Content-Length',
  'x-ratelimit-remaining',
])('expects another %s with every message', (name) => {
  expect(compareHeaders([[name, '1']], [[name, '2']])).toMatchObject([{ mark: { kind: 'expected' } }]);
});

it.each(['Content-Type', 'Location', 'Authorization', 'REAL_UNAME', 'CompanyID'])(
  'does not expect another %s',
  (name) => {
    expect(compareHeaders([[name, '1']], [[name, '2']])).toMatchObject([{ mark: null }]);
  },
);
