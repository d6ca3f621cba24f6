import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDuration, parseDuration } from '../../../shared/model/duration.ts';

const most = 1_000_000_000_000;

describe('a duration', () => {
  it.each([
    ['250ms', 250],
    ['2s', 2000],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['2d', 172_800_000],
    [' 1m ', 60_000],
    ['0s', 0],
    ['90m', 5_400_000],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: milliseconds });
  });

  it.each(['', 's', '5', '5 m', '5min', '1.5h', '-5m', '+5m', '5M', '1e3s', '5m!', '９s'])(
    '%j is none',
    (text) => {
      const parsed = parseDuration(text);
      expect(parsed).toEqual({
        ok: false,
        error: `"${text}" is not a duration such as 250ms, 2s, 5m, 1h or 2d`,
      });
    },
  );

  it('may have a sign where that is allowed', () => {
    expect(parseDuration('-1h30m', { signed: true })).toEqual({ ok: true, value: -5_400_000 });
    expect(parseDuration('+5m', { signed: true })).toEqual({ ok: true, value: 300_000 });
    expect(parseDuration('--5m', { signed: true }).ok).toBe(false);
  });

  it('is refused where it cannot be counted exactly', () => {
    expect(parseDuration('999999999d')).toEqual({ ok: false, error: '"999999999d" is too long' });
  });

  it('is written with its largest units first', () => {
    expect([0, 1500, 90_000, -300_000, 172_800_000].map(formatDuration)).toEqual([
      '0ms',
      '1s500ms',
      '1m30s',
      '-5m',
      '2d',
    ]);
  });

  it('always comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), (milliseconds) => {
        const back = parseDuration(formatDuration(milliseconds), { signed: true });
        expect(back).toEqual({ ok: true, value: milliseconds });
      }),
    );
  });
});
