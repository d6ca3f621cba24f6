import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { equalInConstantTime } from '../../../shared/model/equal-in-constant-time.ts';

it('says the same as a comparison that takes its time', () => {
  const texts = fc.oneof(fc.constantFrom('', 'a', 'ab', 'abc', 'b', '\u0000', 'a\u0000'), fc.string());
  fc.assert(
    fc.property(texts, texts, (left, right) => {
      expect(equalInConstantTime(left, right)).toBe(left === right);
      expect(equalInConstantTime(left, left)).toBe(true);
    }),
  );
});
