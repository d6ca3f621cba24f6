import { assert, property, array, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseFormLines, writeFormLines } from '../../../shared/formats/form-lines.ts';

describe('a form as lines', () => {
  it('keeps order, repeated names, blanks and every sign of a value as they are', () => {
    const fields = [
      { name: 'dispatch', value: 'refund' },
      { name: 'id', value: '0005' },
      { name: 'id', value: ' a=b&c%20+{{x}} ' },
    ];
    const text = 'dispatch=refund\nid=0005\nid= a=b&c%20+{{x}} ';
    expect(writeFormLines(fields)).toBe(text);
    expect(parseFormLines(text)).toEqual(fields);
  });

  it('takes a line without an equals sign as a name, and passes over empty lines', () => {
    expect(parseFormLines('dispatch\r\n\r\nid=1')).toEqual([
      { name: 'dispatch', value: '' },
      { name: 'id', value: '1' },
    ]);
  });

  it('cannot be written where a value has a line break', () => {
    expect(writeFormLines([{ name: 'a', value: '1\n2' }])).toBeNull();
  });

  it('comes back as it was, whatever it holds', () => {
    const field = record({ name: string({ minLength: 1 }), value: string() });
    assert(
      property(array(field), (fields) => {
        const text = writeFormLines(fields);
        if (text === null || fields.some(({ name, value }) => `${name}=${value}`.trim() === '')) return;
        expect(parseFormLines(text)).toEqual(fields);
      }),
      { seed: 20_261_120 },
    );
  });
});
