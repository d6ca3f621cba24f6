import { languages } from 'monaco-editor/editor';

/** A variable that may be offered: its name and where its value comes from. */
export type OfferedVariable = { readonly name: string; readonly detail: string };

const offered = new Map<string, readonly OfferedVariable[]>();

/** Sets what the editor of a model offers after `{{`. */
export function offerVariables(modelUri: string, variables: readonly OfferedVariable[]): void {
  offered.set(modelUri, variables);
}

export function withdrawVariables(modelUri: string): void {
  offered.delete(modelUri);
}

/** Offers variables after `{{` in every language of a body. */
export function registerVariableCompletions(): void {
  languages.registerCompletionItemProvider(['json', 'xml', 'form'], {
    triggerCharacters: ['{'],
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
      const variables = offered.get(model.uri.toString()) ?? [];
      return {
        suggestions: variables.map(({ name, detail }) => ({
          label: name,
          detail,
          kind: languages.CompletionItemKind.Variable,
          insertText: name + closing,
          range,
        })),
      };
    },
  });
}
