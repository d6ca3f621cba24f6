import { languages } from 'monaco-editor/editor';

/** `name=value` lines with `{{variables}}`, coloured as JSON is. */
export function registerFormLanguage(): void {
  languages.register({ id: 'form' });
  languages.setMonarchTokensProvider('form', {
    tokenizer: {
      root: [
        [/^[^=]+(?==|$)/, 'key'],
        [/=/, 'delimiter', '@value'],
      ],
      value: [
        [/\{\{[^{}]*\}\}/, 'variable'],
        [/[^{]+$/, 'string', '@pop'],
        [/[^{]+/, 'string'],
        [/\{/, 'string'],
        [/$/, 'string', '@pop'],
      ],
    },
  });
}
