import { languages } from 'monaco-editor/editor';

/**
 * JSON with `{{variables}}`, also bare ones, coloured. Monaco's own JSON service reads a bare variable as an error;
 * what is wrong with a body is found by the core, which knows the values.
 */
export function registerJsonLanguage(): void {
  languages.register({ id: 'json' });
  languages.setLanguageConfiguration('json', {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    indentationRules: { increaseIndentPattern: /[{[][^}\]]*$/, decreaseIndentPattern: /^\s*[}\]]/ },
  });
  languages.setMonarchTokensProvider('json', {
    tokenizer: {
      root: [
        [/\{\{[^{}]*\}\}/, 'variable'],
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
        [/"/, 'string', '@string'],
        [/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, 'number'],
        [/\b(?:true|false|null)\b/, 'keyword'],
        [/[{}[\],:]/, 'delimiter'],
      ],
      string: [
        [/\{\{[^{}]*\}\}/, 'variable'],
        [/"/, 'string', '@pop'],
        [/\\./, 'string'],
        [/[^"\\{]+/, 'string'],
        [/\{/, 'string'],
        [/$/, 'string', '@pop'],
      ],
    },
  });
}
