import { languages } from 'monaco-editor/editor';

import type { BodyFix } from '../../shared/model/body-language.ts';
import { nearestName } from '../../shared/model/nearest-name.ts';
import type { TextRange } from '../../shared/model/parsed-body.ts';
import { bodyLanguage } from './body-languages.ts';
import { type Model, toModelRange } from './model-range.ts';
import { variablesOfLine } from './variable-at.ts';
import { variableHints } from './variable-hints.ts';

/** Offers the changes that mend what stands at a place: by the light bulb, in the hover of a mark, by `Ctrl .`. */
export function registerBodyFixes(): void {
  languages.registerCodeActionProvider(
    ['json', 'xml', 'form'],
    {
      provideCodeActions: (model, { startLineNumber, startColumn, endLineNumber, endColumn }) => {
        const start = model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn });
        const end = model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn });
        const fixes = [...variableFixes(model, { start, end }), ...bodyFixes(model, { start, end })];
        return { actions: fixes.map((fix) => toAction(fix, model)), dispose: () => undefined };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

function bodyFixes(model: Model, place: TextRange): readonly BodyFix[] {
  const findings = bodyLanguage(model.uri.toString())?.findings(model.getValue()) ?? [];
  return findings.flatMap(({ range, fixes }) => (touches(range, place) ? fixes : []));
}

/** For a variable without a value: the known one that was most likely meant. */
function variableFixes(model: Model, place: TextRange): readonly BodyFix[] {
  const hints = variableHints(model.uri.toString());
  const known = hints.filter(({ mark }) => mark !== 'unknown').map(({ name }) => name);
  const [first, last] = [model.getPositionAt(place.start), model.getPositionAt(place.end)];
  const lines = Array.from(
    { length: last.lineNumber - first.lineNumber + 1 },
    (_, index) => first.lineNumber + index,
  );
  return lines.flatMap((lineNumber) =>
    variablesOfLine(model.getLineContent(lineNumber)).flatMap(({ name, startColumn, endColumn }) => {
      const range = {
        start: model.getOffsetAt({ lineNumber, column: startColumn }),
        end: model.getOffsetAt({ lineNumber, column: endColumn }),
      };
      if (known.includes(name) || !touches(range, place)) return [];
      const meant = nearestName(name, known);
      return meant === null ? [] : [{ title: `Use ${meant}`, edits: [{ range, text: `{{${meant}}}` }] }];
    }),
  );
}

function toAction({ title, edits }: BodyFix, model: Model): languages.CodeAction {
  const versionId = model.getVersionId();
  return {
    title,
    kind: 'quickfix',
    edit: {
      edits: edits.map(({ range, text }) => ({
        resource: model.uri,
        versionId,
        textEdit: { range: toModelRange(model, range), text },
      })),
    },
  };
}

function touches(range: TextRange, place: TextRange): boolean {
  return range.start <= place.end && place.start <= range.end;
}
