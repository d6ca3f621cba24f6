import { expect, it } from 'vitest';

import { exitCodeOf } from '../../../electron/cli/exit-codes.ts';

it.each([
  ['accepted', 0],
  ['pending', 0],
  ['refused', 1],
  ['unknown', 3],
] as const)('%s exits %i', (verdict, code) => {
  expect(exitCodeOf(verdict)).toBe(code);
});
