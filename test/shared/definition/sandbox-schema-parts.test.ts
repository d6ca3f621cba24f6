import * as v from 'valibot';
import { expect, it } from 'vitest';

import { amountText, checkedAsWhole, moment } from '../../../shared/definition/sandbox-schema-parts.ts';

it.each([
  [0, 0],
  [-1, -1],
  ['1769860800000', 1_769_860_800_000],
  ['2026-01-31T12:00:00Z', Date.UTC(2026, 0, 31, 12)],
])('%s is the moment %i', (written, milliseconds) => {
  expect(v.parse(moment, written)).toBe(milliseconds);
});

it.each([
  ['tomorrow'],
  [1.5],
  [9e15],
  [-9e15],
  ['9999999999999999'],
  [null],
  ['2026-13-01T12:00:00Z'],
  ['2026-02-31T12:00:00Z'],
  ['2026-01-31T12:00:00+23:59'],
  ['2026-01-31T24:00:00Z'],
])('%s is a moment only if a calendar knows it', (written) => {
  const read = v.safeParse(moment, written);
  if (read.success) expect(() => new Date(read.output).toISOString()).not.toThrow();
  else expect(read.issues[0].message).toContain('it is neither milliseconds since 1970 nor a time');
});

it('a state is checked as a whole only where each of its parts is right', () => {
  const seen: string[] = [];
  const schema = checkedAsWhole(v.strictObject({ amount: amountText }), ({ amount }) => {
    seen.push(amount);
    return amount === '0' ? ['amount: nothing is left'] : [];
  });
  expect(v.is(schema, { amount: '1e3' })).toBe(false);
  expect(v.is(schema, { amount: '1.00' })).toBe(true);
  expect(v.safeParse(schema, { amount: '0' }).issues?.[0].message).toBe('amount: nothing is left');
  expect(seen).toEqual(['1.00', '0']);
});
