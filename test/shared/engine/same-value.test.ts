import fc from 'fast-check';
import { expect, it } from 'vitest';

import { sameValue } from '../../../shared/engine/same-value.ts';

it('tells values apart that differ in a list, a key or a kind', () => {
  expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue({ a: undefined }, {})).toBe(false);
  expect(sameValue({ 0: 'a' }, ['a'])).toBe(false);
  expect(sameValue(null, {})).toBe(false);
  expect(sameValue('0.10', '0.1')).toBe(false);
});

it('knows every value again after its JSON was read, always', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify(value);
      expect(sameValue(JSON.parse(text), JSON.parse(text))).toBe(true);
    }),
  );
});
