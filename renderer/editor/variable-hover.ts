import { languages } from 'monaco-editor/editor';

import { variableHints } from './variable-hints.ts';

/** Tells under the pointer what a `{{variable}}` is worth and where its value comes from. */
export function registerVariableHover(): void {
  languages.registerHoverProvider(['json', 'xml', 'form'], {
    provideHover: (model, { lineNumber, column }) => {
      const line = model.getLineContent(lineNumber);
      for (const match of line.matchAll(/\{\{([^{}]*)\}\}/g)) {
        const startColumn = match.index + 1;
        const endColumn = startColumn + match[0].length;
        if (column < startColumn || column > endColumn) continue;
        const name = (match[1] ?? '').trim();
        const hint = variableHints(model.uri.toString()).find((candidate) => candidate.name === name);
        if (hint === undefined) return null;
        const range = { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn, endColumn };
        // The first sentence about a marked variable stands in its marker, which shows above.
        const notes = hint.notes.slice(hint.mark === null ? 0 : 1);
        const contents = [
          `**${escapeMarkdown(hint.name)}**`,
          asCode(hint.detail),
          ...notes.map(escapeMarkdown),
        ];
        return { range, contents: contents.map((value) => ({ value })) };
      }
      return null;
    },
  });
}

/** A value is shown as it is: nothing in it is formatting. */
function asCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text.replaceAll(/\s+/g, ' ')} ${fence}`;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!~|<>&$]/g, '\\$&');
}
