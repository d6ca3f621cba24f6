import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addAmounts,
  amountSortKey,
  compareAmounts,
  decimalPlaces,
  minorToMajor,
  multiplyAmount,
  parseAmount,
  shortestAmount,
  subtractAmounts,
} from '../../../shared/model/amount.ts';

const seed = 20_260_101;
const runs = { seed, numRuns: 500 };

/** An amount, with the whole number it is at a scale that no amount here goes past. */
const scale = 12;
const amounts = fc
  .record({
    negative: fc.boolean(),
    whole: fc.stringMatching(/^\d{1,30}$/),
    fraction: fc.stringMatching(/^\d{0,12}$/),
  })
  .map(({ negative, whole, fraction }) => {
    const sign = negative ? '-' : '';
    const digits = BigInt(whole + fraction.padEnd(scale, '0'));
    return {
      text: `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`,
      exact: negative ? -digits : digits,
    };
  });

describe('parsing an amount', () => {
  it.each(['0', '1.00', '0.10', '23.124', '500.00', '00123', '403993715529606983', '-5', '-0', '-0.01'])(
    'gives %s back as it is written',
    (text) => expect(parseAmount(text)).toEqual({ ok: true, value: text }),
  );

  it.each([
    ['1,00', 'comma'],
    ['1,000.00', 'comma'],
    ['1.000,00', 'comma'],
    [',5', 'comma'],
    ['1e5', 'exponent'],
    ['1E5', 'exponent'],
    ['1.5e-3', 'exponent'],
    ['+1e+5', 'exponent'],
    [' 1', 'blank'],
    ['1 ', 'blank'],
    ['1\n', 'blank'],
    ['1 000,00', 'blank'],
    ['1\u00a0000', 'blank'],
    ['', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['-', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1_000', 'not-a-number'],
    ['$5', 'not-a-number'],
    ['١٢', 'not-a-number'],
    ['５', 'not-a-number'],
  ])('does not take %j: %s', (text, fault) => {
    expect(parseAmount(text)).toEqual({ ok: false, error: fault });
  });

  it('never changes a digit of what it accepts', () => {
    fc.assert(
      fc.property(amounts, ({ text }) => {
        expect(parseAmount(text)).toEqual({ ok: true, value: text });
      }),
      runs,
    );
  });

  it('accepts nothing but digits, one point and one minus sign', () => {
    const alphabet = fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE x\t'), maxLength: 8 });
    fc.assert(
      fc.property(alphabet, (text) => {
        const [head = '', ...rest] = text.replace(/^-/, '').split('.');
        const plain = [head, ...rest].every((part) => part !== '' && !/\D/.test(part)) && rest.length < 2;
        expect(parseAmount(text).ok).toBe(plain);
      }),
      { ...runs, numRuns: 2000 },
    );
  });
});

describe('decimal places', () => {
  it.each([
    ['1', 0],
    ['1.0', 1],
    ['1.00', 2],
    ['-23.124', 3],
  ])('%s has %i', (text, places) => expect(decimalPlaces(text)).toBe(places));
});

describe('comparing', () => {
  it.each([
    ['1.00', '1', 0],
    ['-0', '0.00', 0],
    ['00123', '123', 0],
    ['0.10', '0.9', -1],
    ['10', '9.99', 1],
    ['-1', '-2', 1],
    ['403993715529606983', '403993715529606984', -1],
    ['0.1000000000000000000000001', '0.1', 1],
  ])('%s against %s gives %i', (left, right, sign) => expect(compareAmounts(left, right)).toBe(sign));

  it('orders as the exact numbers do', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const exact = left.exact < right.exact ? -1 : left.exact > right.exact ? 1 : 0;
        expect(compareAmounts(left.text, right.text)).toBe(exact);
      }),
      runs,
    );
  });
});

it('sort keys compare, byte by byte, as their amounts do by value', () => {
  const property = fc.property(amounts, amounts, (left, right) => {
    const [a, b] = [amountSortKey(left.text), amountSortKey(right.text)];
    expect(a < b ? -1 : a > b ? 1 : 0).toBe(Math.sign(compareAmounts(left.text, right.text)));
  });
  fc.assert(property, runs);
  expect(amountSortKey('01.00')).toBe(amountSortKey('1'));
  expect(amountSortKey('-0.0')).toBe(amountSortKey('0'));
  expect(amountSortKey('-1.5') < amountSortKey('-1')).toBe(true);
});

describe('adding and subtracting', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['1.00', '0.10', '1.10'],
    ['9007199254740993', '1', '9007199254740994'],
    ['0.005', '10', '10.005'],
    ['-1.5', '1.50', '0.00'],
    ['-1', '0.99', '-0.01'],
  ])('%s plus %s is %s', (left, right, sum) => expect(addAmounts(left, right)).toBe(sum));

  it.each([
    ['500.00', '23.124', '476.876'],
    ['0.3', '0.1', '0.2'],
    ['1', '1.00', '0.00'],
    ['0', '0.05', '-0.05'],
    ['-0', '-0', '0'],
  ])('%s minus %s is %s', (left, right, difference) => {
    expect(subtractAmounts(left, right)).toBe(difference);
  });

  it('is exact, with as many decimals as the longer of the two', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const places = Math.max(decimalPlaces(left.text), decimalPlaces(right.text));
        for (const [result, exact] of [
          [addAmounts(left.text, right.text), left.exact + right.exact],
          [subtractAmounts(left.text, right.text), left.exact - right.exact],
        ] as const) {
          expect(exactOf(result)).toBe(exact);
          expect(decimalPlaces(result)).toBe(places);
          expect(parseAmount(result).ok).toBe(true);
        }
      }),
      runs,
    );
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const there = addAmounts(left.text, right.text);
        expect(compareAmounts(subtractAmounts(there, right.text), left.text)).toBe(0);
      }),
      runs,
    );
  });
});

describe('multiplying', () => {
  it('is exact and keeps the decimals', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -1000n, max: 1000n }), ({ text, exact }, factor) => {
        const product = multiplyAmount(text, factor);
        expect(exactOf(product)).toBe(exact * factor);
        expect(decimalPlaces(product)).toBe(decimalPlaces(text));
      }),
      runs,
    );
  });
});

describe('the shortest text of an amount', () => {
  it.each([
    ['1.00', '1'],
    ['0.10', '0.1'],
    ['100', '100'],
    ['00100.0', '100'],
    ['-0.00', '0'],
    ['-05.50', '-5.5'],
    ['0', '0'],
  ])('of %s is %s', (text, shortest) => expect(shortestAmount(text)).toBe(shortest));

  it('is the same amount, and the same text for equal ones', () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        const shortest = shortestAmount(left.text);
        expect(compareAmounts(shortest, left.text)).toBe(0);
        expect(shortest === shortestAmount(right.text)).toBe(left.exact === right.exact);
        expect(shortestAmount(multiplyAmount(shortest, 1n))).toBe(shortest);
      }),
      runs,
    );
  });
});

describe('cents as the currency itself', () => {
  it.each([
    ['1000', '10.00'],
    ['5', '0.05'],
    ['0', '0.00'],
    ['-5', '-0.05'],
    ['0005', '0.05'],
    ['90071992547409931', '900719925474099.31'],
  ])('%s is %s', (minor, major) => expect(minorToMajor(minor)).toBe(major));

  it('knows currencies with another number of decimals', () => {
    expect(minorToMajor('1000', 0)).toBe('1000');
    expect(minorToMajor('1000', 3)).toBe('1.000');
  });
});

/** The same scale, computed without the code under test. */
function exactOf(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  return text.startsWith('-') ? -digits : digits;
}
