import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { isSameDecimal, isSameNumber } from '../../../shared/engine/same-notation.ts';

it.each([
  ['1', '1.0', true],
  ['100', '1e2', true],
  ['0.001', '1E-3', true],
  ['-0', '0.00', true],
  ['403993715529606983', '403993715529606984', false],
  ['1e999999999999', '1e999999999998', false],
  ['-1', '1', false],
])('the numbers %s and %s: the same is %s', (left, right, same) => {
  expect(isSameNumber(left, right)).toBe(same);
  expect(isSameNumber(right, left)).toBe(same);
});

it('whole numbers are the same exactly where big integers say so, however zeros and powers are written', () => {
  const integers = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
  fc.assert(
    fc.property(integers, integers, fc.nat(20), (one, other, zeros) => {
      const written = `${other}${'0'.repeat(zeros)}.0e-${zeros}`;
      expect(isSameNumber(String(one), written)).toBe(one === other);
      expect(isSameNumber(String(other), written)).toBe(true);
    }),
    { seed: 20_261_121 },
  );
});

it.each([
  ['10', '10.00', true],
  ['0005', '5', false],
  ['0005', '0005.0', true],
  ['1e2', '100', false],
  ['1,0', '1.0', false],
  ['', '0', false],
])('the texts %s and %s: the same decimal is %s', (left, right, same) => {
  expect(isSameDecimal(left, right)).toBe(same);
});
