import { languages } from 'monaco-editor/editor';

import { escapeMarkdown } from './markdown-text.ts';
import { variableAt } from './variable-at.ts';
import { variableHints } from './variable-hints.ts';

/** Tells under the pointer what a `{{variable}}` is worth and where its value comes from. */
export function registerVariableHover(): void {
  languages.registerHoverProvider(['json', 'xml', 'form'], {
    provideHover: (model, position) => {
      const use = variableAt(model, position);
      const hint = variableHints(model.uri.toString()).find(({ name }) => name === use?.name);
      if (use === null || hint === undefined) return null;
      const { lineNumber } = position;
      const { startColumn, endColumn } = use;
      const range = { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn, endColumn };
      // The first sentence about a marked variable stands in its marker, which shows above.
      const notes = hint.notes.slice(hint.mark === null ? 0 : 1);
      const contents = [
        `**${escapeMarkdown(hint.name)}**`,
        asCode(hint.detail),
        ...notes.map(escapeMarkdown),
      ];
      return { range, contents: contents.map((value) => ({ value })) };
    },
  });
}

/** A value is shown as it is: nothing in it is formatting. */
function asCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text.replaceAll(/\s+/g, ' ')} ${fence}`;
}
