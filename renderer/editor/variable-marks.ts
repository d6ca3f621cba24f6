import type { monaco } from './monaco.ts';
import type { VariableHint } from './variable-hints.ts';

type Model = ReturnType<typeof monaco.editor.createModel>;
export type Marker = Parameters<typeof monaco.editor.setModelMarkers>[2][number];

/** The stretch of every `{{variable}}` in a text. */
export function findVariables(model: Model): ReturnType<Model['findMatches']> {
  return model.findMatches(String.raw`\{\{[^{}]*\}\}`, false, true, false, null, false);
}

/** Markers for variables without a value and for those that hide another; only what no marker stands on yet. */
export function markVariables(
  model: Model,
  hints: readonly VariableHint[],
  severities: { readonly unknown: Marker['severity']; readonly shadowed: Marker['severity'] },
  taken: readonly Marker[],
): readonly Marker[] {
  const byName = new Map(hints.map((hint) => [hint.name, hint]));
  return findVariables(model).flatMap(({ range }) => {
    const hint = byName.get(model.getValueInRange(range).slice(2, -2).trim());
    if (hint === undefined || hint.mark === null) return [];
    const isTaken = taken.some(
      ({ startLineNumber, startColumn }) =>
        startLineNumber === range.startLineNumber && startColumn === range.startColumn,
    );
    if (isTaken) return [];
    const [message = ''] = hint.notes;
    const { startLineNumber, endLineNumber, startColumn, endColumn } = range;
    return [
      { severity: severities[hint.mark], message, startLineNumber, endLineNumber, startColumn, endColumn },
    ];
  });
}
