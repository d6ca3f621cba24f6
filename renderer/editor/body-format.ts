import { languages } from 'monaco-editor/editor';

import { bodyLanguage } from './body-languages.ts';

/** Lays a body out by `Shift Alt F`; one that is not well-formed stays as it is, and its marks say why. */
export function registerBodyFormat(): void {
  languages.registerDocumentFormattingEditProvider(['json', 'xml', 'form'], {
    provideDocumentFormattingEdits: (model) => {
      const text = bodyLanguage(model.uri.toString())?.format(model.getValue()) ?? null;
      return text === null ? [] : [{ range: model.getFullModelRange(), text }];
    },
  });
}
