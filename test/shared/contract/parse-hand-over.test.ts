import { expect, it } from 'vitest';

import { parseHandOver } from '../../../shared/contract/parse-hand-over.ts';

it('takes what a second start hands over', () => {
  expect(parseHandOver({ workspace: null, files: ['/a.har'] })).toEqual({
    workspace: null,
    files: ['/a.har'],
  });
  expect(parseHandOver({ workspace: '/w', files: [] })).toEqual({ workspace: '/w', files: [] });
});

it.each([
  null,
  'text',
  {},
  { workspace: '', files: [] },
  { workspace: 7, files: [] },
  { workspace: null, files: '/a' },
  { workspace: null, files: [7] },
  { workspace: null, files: Array.from({ length: 1001 }, () => '/a') },
  { workspace: 'x'.repeat(8_193), files: [] },
])('takes nothing else: %j', (data) => {
  expect(parseHandOver(data)).toBeNull();
});
