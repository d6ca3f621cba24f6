import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitQuery } from '../../../shared/engine/split-query.ts';

const words = (text: string): readonly (readonly [string | null, string])[] =>
  splitQuery(text).map(({ key, value }) => [key, value]);

describe('splitting a query', () => {
  it('splits at blanks outside quotes', () => {
    expect(words('api:payu "invalid hash"  214')).toEqual([
      ['api', 'payu'],
      [null, 'invalid hash'],
      [null, '214'],
    ]);
    expect(words('ENV:"Acme test"')).toEqual([['env', 'Acme test']]);
  });

  it('reads a quote that is never closed to the end', () => {
    expect(words('env:"Acme te')).toEqual([['env', 'Acme te']]);
  });

  it('keeps a name whose value is still to come', () => {
    expect(words('214 verdict:')).toEqual([
      [null, '214'],
      ['verdict', ''],
    ]);
    expect(words('verdict: 214')).toEqual([
      ['verdict', ''],
      [null, '214'],
    ]);
    expect(words('env:""')).toEqual([['env', '']]);
  });

  it('takes a colon inside a word as it comes', () => {
    expect(words('12:30 https://x.example')).toEqual([
      [null, '12:30'],
      ['https', '//x.example'],
    ]);
  });

  it('always tells where a word stands, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z:" 1]{0,20}$/), (text) => {
        let last = 0;
        for (const { start, end, value } of splitQuery(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toContain(value);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
