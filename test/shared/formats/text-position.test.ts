import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textPosition } from '../../../shared/formats/text-position.ts';

describe('the line and column of an offset', () => {
  it.each<[string, string, number, number, number]>([
    ['the start', 'abc', 0, 1, 1],
    ['within a line', 'abc', 2, 1, 3],
    ['the end', 'abc', 3, 1, 4],
    ['after LF', 'a\nbc', 3, 2, 2],
    ['after CRLF, which is one line end', 'a\r\nbc', 4, 2, 2],
    ['after a lone CR', 'a\rbc', 3, 2, 2],
    ['an empty line', 'a\n\nb', 2, 2, 1],
    ['an astral character counts twice, as editors count', '😀b', 2, 1, 3],
    ['past the end', 'a\nb', 99, 2, 2],
    ['before the start', 'a\nb', -1, 1, 1],
  ])('%s', (_title, text, offset, line, column) => {
    expect(textPosition(text, offset)).toEqual({ line, column });
  });

  it('leads back to the same offset, whatever ends the lines', () => {
    const texts = fc.array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r', ' '), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.nat(30), (parts, count) => {
        const before = parts.slice(0, count).join('');
        const text = parts.join('');
        // Between CR and LF there is no line of its own.
        fc.pre(!(before.endsWith('\r') && text[before.length] === '\n'));
        const { line, column } = textPosition(text, before.length);
        const lineStarts = [
          0,
          ...[...text.matchAll(/\r\n|\r|\n/g)].map(([end], index, all) => {
            return (all[index]?.index ?? 0) + end.length;
          }),
        ];
        expect((lineStarts[line - 1] ?? Number.NaN) + column - 1).toBe(before.length);
      }),
      { seed: 20_260_102, numRuns: 500 },
    );
  });
});
