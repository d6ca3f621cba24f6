import { languages } from 'monaco-editor/editor';

import { variableHints } from './variable-hints.ts';

/** Offers variables after `{{` in every language of a body. */
export function registerVariableCompletions(): void {
  languages.registerCompletionItemProvider(['json', 'xml', 'form'], {
    // The latter two end a word, and with it the list that is open.
    triggerCharacters: ['{', '$', '.'],
    provideCompletionItems: (model, position) => {
      const line = model.getLineContent(position.lineNumber);
      const open = /\{\{([\w.$-]*)$/.exec(line.slice(0, position.column - 1));
      if (open === null) return { suggestions: [] };
      const after = line.slice(position.column - 1);
      const rest = /^[\w.$-]*/.exec(after)?.[0].length ?? 0;
      const closing = after.slice(rest).startsWith('}}') ? '' : '}}';
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - (open[1] ?? '').length,
        endColumn: position.column + rest,
      };
      const variables = variableHints(model.uri.toString());
      return {
        suggestions: variables.map(({ name, detail, notes }) => ({
          label: name,
          detail,
          documentation: notes.join(' '),
          kind: languages.CompletionItemKind.Variable,
          insertText: name + closing,
          range,
        })),
      };
    },
  });
}
