import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareJsonNumbers } from '../../../shared/formats/json-number.ts';

/** A JSON number with a small exponent, and its value times ten to the fortieth as a whole number. */
const number = fc
  .record({
    negative: fc.boolean(),
    whole: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fraction: fc.option(fc.stringMatching(/^\d{1,10}$/)),
    exponent: fc.option(fc.integer({ min: -20, max: 20 })),
    mark: fc.constantFrom('e', 'E'),
    plus: fc.boolean(),
  })
  .map(({ negative, whole, fraction, exponent, mark, plus }) => {
    const power = exponent === null ? '' : `${mark}${plus && exponent >= 0 ? '+' : ''}${exponent}`;
    const text = `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}${power}`;
    const digits = BigInt(`${whole}${fraction ?? ''}`) * (negative ? -1n : 1n);
    const scaled = digits * 10n ** BigInt(40 + (exponent ?? 0) - (fraction ?? '').length);
    return { text, scaled };
  });

describe('compareJsonNumbers', () => {
  it('always orders as exact whole-number arithmetic does', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        const expected = left.scaled < right.scaled ? -1 : left.scaled > right.scaled ? 1 : 0;
        expect(Math.sign(compareJsonNumbers(left.text, right.text))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['1', '1.000'],
    ['100', '1e2'],
    ['0', '-0.0e7'],
    ['0.001', '1E-3'],
    ['00123', '123'],
  ])('%s and %s are the same number', (left, right) => {
    expect(compareJsonNumbers(left, right)).toBe(0);
    expect(compareJsonNumbers(right, left)).toBe(0);
  });

  it('tells apart what a JavaScript number cannot', () => {
    expect(compareJsonNumbers('403993715529606983', '403993715529606984')).toBeLessThan(0);
    expect(compareJsonNumbers('0.1', '0.1000000000000000055511151231257827')).toBeLessThan(0);
  });

  it('orders numbers with an exponent of a hundred digits, or a million digits, at once', () => {
    const huge = `1e${'9'.repeat(100)}`;
    expect(compareJsonNumbers(huge, '1e400')).toBeGreaterThan(0);
    expect(compareJsonNumbers(`-${huge}`, '0')).toBeLessThan(0);
    const long = '1'.repeat(1_000_000);
    const started = performance.now();
    expect(compareJsonNumbers(`${long}0`, `${long}1`)).toBeLessThan(0);
    expect(compareJsonNumbers(`1${'0'.repeat(1_000_000)}.5`, long)).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
