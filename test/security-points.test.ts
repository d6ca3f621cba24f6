import { describe, expect, it } from 'vitest';

import { points } from './support/security-points.ts';

/** The list of https://www.electronjs.org/docs/latest/tutorial/security, in its order. */
describe.each(points)('point $number, $title', ({ holds, undo }) => {
  it('is kept', async () => {
    expect(await holds()).toBe(true);
  });

  it.each(undo)('is noticed when undone: $file without $from', async (edit) => {
    expect(await holds(edit)).toBe(false);
  });
});

it('are all twenty', () => {
  expect(points.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  for (const { number, undo } of points) expect(undo.length, `ways to undo ${number}`).toBeGreaterThan(0);
});
