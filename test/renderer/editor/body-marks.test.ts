import { describe, expect, it } from 'vitest';

import { markFindings } from '../../../renderer/editor/body-marks.ts';
import type { BodyFinding } from '../../../shared/model/body-language.ts';

const finding = (start: number, end: number): BodyFinding => ({
  range: { start, end },
  severity: 'fault',
  message: 'kind is missing.',
  fixes: [],
});
const severities = { fault: 4, remark: 2 } as const;

/** A text of one line: its columns are its offsets and one. */
const model = {
  getOffsetAt: ({ column }: { readonly column: number }) => column - 1,
  getPositionAt: (offset: number) => ({ lineNumber: 1, column: offset + 1 }),
} as unknown as Parameters<typeof markFindings>[1];
const told = (column: number) => ({
  severity: 8,
  message: 'The core has spoken.',
  startLineNumber: 1,
  endLineNumber: 1,
  startColumn: column,
  endColumn: column + 1,
});

describe('marks of findings', () => {
  it('stand where nothing else is said', () => {
    expect(markFindings([finding(4, 6)], model, severities, [told(1)])).toEqual([
      {
        severity: 4,
        message: 'kind is missing.',
        startLineNumber: 1,
        startColumn: 5,
        endLineNumber: 1,
        endColumn: 7,
      },
    ]);
  });

  it('give way to what the core says of the same place', () => {
    expect(markFindings([finding(0, 1), finding(4, 6)], model, severities, [told(1), told(7)])).toEqual([]);
  });
});
