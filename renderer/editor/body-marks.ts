import type { BodyFinding, InlineNote } from '../../shared/model/body-language.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { type Model, toModelRange } from './model-range.ts';
import type { monaco } from './monaco.ts';
import type { Marker } from './variable-marks.ts';

/** A mark for what the core says of a line; nothing for what has no place in the text. */
export function markProblem(
  { message, remedy, place }: Problem,
  model: Model,
  severity: Marker['severity'],
): readonly Marker[] {
  const line = place?.line;
  if (place?.part !== 'body' || line === undefined || line > model.getLineCount()) return [];
  const column = Math.min(place.column ?? 1, model.getLineMaxColumn(line));
  const variable = /^\{\{[^{}]*\}\}/.exec(model.getLineContent(line).slice(column - 1))?.[0] ?? '';
  const word = variable === '' ? model.getWordAtPosition({ lineNumber: line, column }) : null;
  return [
    {
      severity,
      message: `${message} ${remedy}`,
      startLineNumber: line,
      endLineNumber: line,
      startColumn: column,
      endColumn: Math.max(word?.endColumn ?? 0, column + variable.length, column + 1),
    },
  ];
}

/** Marks for findings, but for those where the core, which knows the values, has spoken: its sentence stands alone. */
export function markFindings(
  findings: readonly BodyFinding[],
  model: Model,
  severities: Readonly<Record<BodyFinding['severity'], Marker['severity']>>,
  taken: readonly Marker[],
): readonly Marker[] {
  const places = taken.map(({ startLineNumber, startColumn }) =>
    model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
  );
  return findings.flatMap(({ range, severity, message }) =>
    places.some((place) => range.start <= place && place <= range.end)
      ? []
      : [{ severity: severities[severity], message, ...toModelRange(model, range) }],
  );
}

/** Sentences behind values, which are no part of the text and which the cursor passes over. */
export function noteDecorations(
  notes: readonly InlineNote[],
  model: Model,
  className: string,
): monaco.editor.IModelDeltaDecoration[] {
  return notes.map(({ offset, text }) => ({
    range: toModelRange(model, { start: offset, end: offset }),
    options: {
      showIfCollapsed: true,
      after: {
        // Blanks at the ends would fall together with those of the text.
        content: `\u00A0\u00A0\u00A0${text}`,
        inlineClassName: className,
        inlineClassNameAffectsLetterSpacing: true,
      },
    },
  }));
}
