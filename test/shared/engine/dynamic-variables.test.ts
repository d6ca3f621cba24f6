import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dynamicVariables, makeDynamicValues } from '../../../shared/engine/dynamic-variables.ts';

const moment = Date.parse('2026-01-31T12:00:00.999Z');

/** The values for a moment, every random byte the same. */
function valuesOf(byte: number, now = moment): Readonly<Record<string, string>> {
  return Object.fromEntries(makeDynamicValues(now, (count) => new Uint8Array(count).fill(byte)));
}

describe('dynamic variables', () => {
  it('are what their names say', () => {
    expect(valuesOf(0xff)).toEqual({
      $uuid: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
      $timestamp: '1769860800',
      $isoTimestamp: '2026-01-31T12:00:00.999Z',
      // 2^64 - 1, modulo 1000001.
      $randomInt: '924632',
      $randomHex16: 'ffffffffffffffff',
    });
    expect(valuesOf(0)).toMatchObject({
      $uuid: '00000000-0000-4000-8000-000000000000',
      $randomInt: '0',
      $randomHex16: '0000000000000000',
    });
  });

  it('always keep to their form, whatever the clock and chance give', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    const property = fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), bytes, (now, random) => {
      const values = makeDynamicValues(now, (count) => random.slice(0, count));
      expect(values.get('$uuid')).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(values.get('$timestamp')).toMatch(/^\d{1,10}$/);
      expect(values.get('$isoTimestamp')).toBe(new Date(now).toISOString());
      expect(values.get('$randomInt')).toMatch(/^(?:0|[1-9]\d{0,5}|1000000)$/);
      expect(values.get('$randomHex16')).toMatch(/^[\da-f]{16}$/);
    });
    fc.assert(property, { seed: 4417 });
  });

  it('take no more chance than they say', () => {
    const asked: number[] = [];
    makeDynamicValues(moment, (count) => new Uint8Array(asked.push(count) && count));
    expect(asked).toEqual(dynamicVariables.map(({ bytes }) => bytes));
  });
});
