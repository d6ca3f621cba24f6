import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formValue, parseForm, parseMultipart, writeForm } from '../../../shared/formats/form.ts';

describe('writing a form', () => {
  it.each([
    ['a blank as a plus sign', 'a b', 'v=a+b'],
    ['a plus sign', 'a+b', 'v=a%2Bb'],
    ['a percent sign', '100%', 'v=100%25'],
    ['an ampersand and an equals sign', 'a&b=c', 'v=a%26b%3Dc'],
    ['letters beyond ASCII as UTF-8', 'wörd €', 'v=w%C3%B6rd+%E2%82%AC'],
    ['an astral character', '😀', 'v=%F0%9F%98%80'],
    ['a line end as it is', 'a\r\nb', 'v=a%0D%0Ab'],
    ['what browsers leave alone', 'A-z0.9_*', 'v=A-z0.9_*'],
    ['what browsers encode beyond URLs', "~!'()", 'v=%7E%21%27%28%29'],
    ['numbers digit for digit', '403993715529606983', 'v=403993715529606983'],
    ['nothing', '', 'v='],
  ])('encodes %s', (_title, value, text) => expect(writeForm([{ name: 'v', value }])).toBe(text));

  it('keeps order and repeated names', () => {
    const fields = [
      { name: 'b', value: '1' },
      { name: 'a', value: '2' },
      { name: 'b', value: '3' },
      { name: 'a b', value: '' },
    ];
    expect(writeForm(fields)).toBe('b=1&a=2&b=3&a+b=');
  });

  it('writes nothing for no fields', () => expect(writeForm([])).toBe(''));
});

describe('reading a form', () => {
  it('decodes plus signs and percent escapes in either case, and keeps order and repeated names', () => {
    expect(parseForm('b=a+b%20c&a=%c3%B6&b=%2B&__proto__=1')).toEqual([
      { name: 'b', value: 'a b c' },
      { name: 'a', value: 'ö' },
      { name: 'b', value: '+' },
      { name: '__proto__', value: '1' },
    ]);
  });

  it.each<[string, string, readonly { name: string; value: string }[]]>([
    ['nothing', '', []],
    ['a name without a value', 'a', [{ name: 'a', value: '' }]],
    ['a value that holds an equals sign', 'a=b=c', [{ name: 'a', value: 'b=c' }]],
    ['a percent sign that escapes nothing', 'a=100%', [{ name: 'a', value: '100%' }]],
    ['empty pairs', '&&a=1&', [{ name: 'a', value: '1' }]],
  ])('takes %s', (_title, text, fields) => expect(parseForm(text)).toEqual(fields));

  it('gives back every pair that was written', () => {
    const field = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 12 }),
      value: fc.string({ unit: 'binary', maxLength: 30 }),
    });
    fc.assert(
      fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
        expect(parseForm(writeForm(fields))).toEqual(fields);
      }),
      { seed: 20_260_103, numRuns: 500 },
    );
  });
});

describe('the value of a field', () => {
  it('is the first of its name, and null where there is none', () => {
    const fields = parseForm('a=1&a=2&b=');
    expect(formValue(fields, 'a')).toBe('1');
    expect(formValue(fields, 'b')).toBe('');
    expect(formValue(fields, 'A')).toBeNull();
  });
});

describe('reading a multipart form', () => {
  const type = 'multipart/form-data; boundary=AaB';
  const part = (head: string, value: string): string => `--AaB\r\n${head}\r\n\r\n${value}\r\n`;

  it('gives every field in order, line ends and all', () => {
    const text = `preamble\r\n${part('Content-Disposition: form-data; name="b"', 'x\r\ny')}${part(
      'Content-Type: text/plain\r\ncontent-disposition: form-data; name="a"; filename="f"',
      '',
    )}${part('Content-Disposition: form-data; name="b"', 'x--AaB')}--AaB--\r\n`;
    expect(parseMultipart(text, type)).toEqual([
      { name: 'b', value: 'x\r\ny' },
      { name: 'a', value: '' },
      { name: 'b', value: 'x--AaB' },
    ]);
  });

  it('takes a boundary in quotation marks', () => {
    const text = `${part('Content-Disposition: form-data; name="a"', '1')}--AaB--`;
    const fields = [{ name: 'a', value: '1' }];
    expect(parseMultipart(text, 'multipart/form-data; charset=utf-8; Boundary="AaB"')).toEqual(fields);
  });

  it('finds nothing without its boundary, and in what is no field', () => {
    const text = part('Content-Disposition: form-data; name="a"', '1');
    expect(parseMultipart(text, 'multipart/form-data')).toEqual([]);
    expect(parseMultipart(text, 'multipart/form-data; boundary=other')).toEqual([]);
    expect(parseMultipart(part('Content-Disposition: form-data', '1'), type)).toEqual([]);
    expect(parseMultipart('--AaB\r\nContent-Disposition: form-data; name="a"', type)).toEqual([]);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, boundary) => {
        parseMultipart(`--${boundary}\r\n${text}`, `multipart/form-data; boundary=${boundary}`);
      }),
    );
  });
});
