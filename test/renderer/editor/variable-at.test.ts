import { describe, expect, it } from 'vitest';

import { begunVariable, variableAt, variablesOfLine } from '../../../renderer/editor/variable-at.ts';

/** A model of one line, as far as it is asked. */
const lineOf = (line: string) => ({ getLineContent: () => line });

describe('the variable at a place of a line', () => {
  it('is the one whose braces the place touches', () => {
    const line = '"{{ payu.refundId }}-{{n}}"';
    expect(variablesOfLine(line)).toEqual([
      { name: 'payu.refundId', startColumn: 2, endColumn: 21 },
      { name: 'n', startColumn: 22, endColumn: 27 },
    ]);
    expect(variableAt(lineOf(line), { lineNumber: 1, column: 21 })?.name).toBe('payu.refundId');
    expect(variableAt(lineOf(line), { lineNumber: 1, column: 27 })?.name).toBe('n');
    expect(variableAt(lineOf(line), { lineNumber: 1, column: 1 })).toBeNull();
  });

  it('is begun between two braces and a place behind its first letters', () => {
    expect(begunVariable(lineOf('"{{pay'), { lineNumber: 1, column: 7 })).toBe('pay');
    expect(begunVariable(lineOf('"{{'), { lineNumber: 1, column: 4 })).toBe('');
    expect(begunVariable(lineOf('{{a}} b'), { lineNumber: 1, column: 8 })).toBeNull();
  });
});
