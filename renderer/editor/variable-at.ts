import type { Model } from './model-range.ts';

/** A `{{variable}}` of a line, and where it stands; columns from 1, the end exclusive. */
export type VariableUse = {
  readonly name: string;
  readonly startColumn: number;
  readonly endColumn: number;
};

/** The variables of a line. */
export function variablesOfLine(line: string): readonly VariableUse[] {
  return [...line.matchAll(/\{\{([^{}]*)\}\}/g)].map(({ 0: written, 1: name = '', index }) => ({
    name: name.trim(),
    startColumn: index + 1,
    endColumn: index + 1 + written.length,
  }));
}

/** The variable that a position touches. */
export function variableAt(
  model: Pick<Model, 'getLineContent'>,
  { lineNumber, column }: { readonly lineNumber: number; readonly column: number },
): VariableUse | null {
  const uses = variablesOfLine(model.getLineContent(lineNumber));
  return uses.find(({ startColumn, endColumn }) => startColumn <= column && column <= endColumn) ?? null;
}

/** What of a variable is written before a position, where one is begun: `pay` of `{{pay`. */
export function begunVariable(
  model: Pick<Model, 'getLineContent'>,
  { lineNumber, column }: { readonly lineNumber: number; readonly column: number },
): string | null {
  const before = model.getLineContent(lineNumber).slice(0, column - 1);
  return /\{\{([\w.$-]*)$/.exec(before)?.[1] ?? null;
}
