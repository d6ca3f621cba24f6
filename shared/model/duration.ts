import { fail, ok, type Result } from './result.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `250ms`, `2s`, `5m`, `1h30m`, `2d` as milliseconds; a whole number for each unit, a sign before all of it where `signed`. */
export function parseDuration(text: string, { signed = false } = {}): Result<number, string> {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text.trim()) ?? [];
  const parts = [...rest.matchAll(/(\d{1,9})(ms|s|m|h|d)/g)];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === rest;
  if (!isWhole || (sign !== '' && !signed))
    return fail(`"${text}" is not a duration such as 250ms, 2s, 5m, 1h or 2d`);
  const milliseconds = parts.reduce(
    (sum, [, count = '0', unit = 'ms']) => sum + Number(count) * (units[unit] ?? 1),
    0,
  );
  return Number.isSafeInteger(milliseconds)
    ? ok(sign === '-' ? -milliseconds : milliseconds)
    : fail(`"${text}" is too long`);
}

/** Milliseconds as a text that `parseDuration` reads back: `1m30s`, `-5m`, `0ms`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds === 0) return '0ms';
  let left = Math.abs(milliseconds);
  const parts = ['d', 'h', 'm', 's', 'ms'].map((unit) => {
    const size = units[unit] ?? 1;
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  });
  return `${milliseconds < 0 ? '-' : ''}${parts.join('')}`;
}
