import { languages } from 'monaco-editor/editor';

import { bodyLanguage } from './body-languages.ts';
import { titledMarkdown } from './markdown-text.ts';
import { toModelRange } from './model-range.ts';
import { variableAt } from './variable-at.ts';
import { variableHints } from './variable-hints.ts';

/** Tells under the pointer what a field means, its type, limits and unit, where that is from and how sure it is. */
export function registerBodyHover(): void {
  languages.registerHoverProvider(['json', 'xml', 'form'], {
    provideHover: (model, position) => {
      const uri = model.uri.toString();
      const variable = variableAt(model, position);
      // What a known variable is worth says more at its place than the field it fills.
      if (variable !== null && variableHints(uri).some(({ name }) => name === variable.name)) return null;
      const help = bodyLanguage(uri)?.describe(model.getValue(), model.getOffsetAt(position));
      if (help === undefined || help === null) return null;
      return { range: toModelRange(model, help.range), contents: titledMarkdown(help.title, help.notes) };
    },
  });
}
