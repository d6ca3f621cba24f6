import { expect, it } from 'vitest';

import { excerptPair } from '../../../shared/engine/excerpt-pair.ts';

it('leaves short values as they are', () => {
  expect(excerptPair('a', 'b')).toEqual(['a', 'b']);
});

it('cuts long values around the first difference and says how long they were', () => {
  const start = 'x'.repeat(5000);
  const [left, right] = excerptPair(`${start}LEFT${start}`, `${start}RIGHT`);
  expect(left).toMatch(/^… x{60}LEFTx{536} … \(from character 4941 of 10004\)$/);
  expect(right).toMatch(/^… x{60}RIGHT \(from character 4941 of 5005\)$/);
});

it('a short value beside a long one stays whole', () => {
  expect(excerptPair('a', 'b'.repeat(700))[0]).toBe('a');
});
