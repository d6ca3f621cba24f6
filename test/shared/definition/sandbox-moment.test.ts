import { describe, expect, it } from 'vitest';

import { formatMoment } from '../../../shared/definition/sandbox-moment.ts';

describe('formatMoment', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [Date.UTC(2026, 0, 31, 12), '2026-01-31T12:00:00.000Z'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991 ms since 1970'],
  ])('writes %d as people read it', (milliseconds, text) => expect(formatMoment(milliseconds)).toBe(text));
});
