import { describe, expect, it } from 'vitest';

import { parseTags } from '../../../shared/engine/parse-tags.ts';

describe('tags as typed', () => {
  it('stand between commas, each once and without blanks at the ends', () => {
    expect(parseTags(' chargeback, VIP ,,vip, two words ')).toEqual({
      ok: true,
      value: ['chargeback', 'VIP', 'two words'],
    });
    expect(parseTags(' , ')).toEqual({ ok: true, value: [] });
  });

  it('are refused where one is too long, or there are too many', () => {
    expect(parseTags('x'.repeat(51))).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(parseTags('x'.repeat(50))).toMatchObject({ ok: true });
    const many = Array.from({ length: 51 }, (_, index) => `tag ${index}`).join(',');
    expect(parseTags(many)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });
});
