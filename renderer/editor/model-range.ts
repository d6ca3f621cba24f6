import type { TextRange } from '../../shared/model/parsed-body.ts';
import type { monaco } from './monaco.ts';

export type Model = ReturnType<typeof monaco.editor.createModel>;

/** Lines and columns from 1, as Monaco counts. */
type Lines = {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
};

/** A stretch of a model's text as Monaco names it. */
export function toModelRange(model: Pick<Model, 'getPositionAt'>, { start, end }: TextRange): Lines {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
