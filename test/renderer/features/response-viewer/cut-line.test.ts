import { describe, expect, it } from 'vitest';

import { cutLine, selectedColumns } from '../../../../renderer/features/response-viewer/cut-line.ts';
import type { LineRange, ViewLine } from '../../../../shared/model/body-view.ts';

const line: ViewLine = {
  text: '"a": 12',
  spans: [
    [3, 'key'],
    [2, 'plain'],
    [2, 'number'],
  ],
  length: 7,
};

const range = (from: readonly [number, number], to: readonly [number, number]): LineRange => ({
  from: { line: from[0], column: from[1] },
  to: { line: to[0], column: to[1] },
});

describe('a line', () => {
  it('is cut where its colour changes', () => {
    expect(cutLine(line, 0, null).map(({ text, kind }) => [text, kind])).toEqual([
      ['"a"', 'key'],
      [': ', 'plain'],
      ['12', 'number'],
    ]);
  });

  it('is cut where the selection begins and ends, inside a colour too', () => {
    const pieces = cutLine(line, 3, range([3, 1], [3, 6]));
    expect(pieces.map(({ text, isSelected }) => (isSelected ? `[${text}]` : text))).toEqual([
      '"',
      '[a"]',
      '[: ]',
      '[1]',
      '2',
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe(line.text);
  });

  it('between the first and the last line of a selection is selected whole', () => {
    expect(selectedColumns(4, 7, range([3, 5], [5, 1]))).toEqual([0, 7]);
    expect(selectedColumns(3, 7, range([3, 5], [5, 1]))).toEqual([5, 7]);
    expect(selectedColumns(5, 7, range([3, 5], [5, 1]))).toEqual([0, 1]);
    expect(selectedColumns(6, 7, range([3, 5], [5, 1]))).toEqual([0, 0]);
  });
});
