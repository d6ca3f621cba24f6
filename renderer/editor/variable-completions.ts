import { languages } from 'monaco-editor/editor';

import { begunVariable } from './variable-at.ts';
import { variableHints } from './variable-hints.ts';

/** Offers variables after `{{` in every language of a body. */
export function registerVariableCompletions(): void {
  languages.registerCompletionItemProvider(['json', 'xml', 'form'], {
    // The latter two end a word, and with it the list that is open.
    triggerCharacters: ['{', '$', '.'],
    provideCompletionItems: (model, position) => {
      const begun = begunVariable(model, position);
      if (begun === null) return { suggestions: [] };
      const after = model.getLineContent(position.lineNumber).slice(position.column - 1);
      const rest = /^[\w.$-]*/.exec(after)?.[0].length ?? 0;
      const closing = after.slice(rest).startsWith('}}') ? '' : '}}';
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - begun.length,
        endColumn: position.column + rest,
      };
      const variables = variableHints(model.uri.toString());
      return {
        suggestions: variables.map(({ name, detail, notes }) => ({
          label: name,
          detail,
          documentation: notes.join(' '),
          kind: languages.CompletionItemKind.Variable,
          // Dynamic ones come last: what an API asks for is wanted first.
          sortText: name.replace(/^\$/, '~'),
          insertText: name + closing,
          range,
        })),
      };
    },
  });
}
