import { languages } from 'monaco-editor/editor';

import type { BodyProposal } from '../../shared/model/body-language.ts';
import { bodyLanguage } from './body-languages.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { type Model, toModelRange } from './model-range.ts';
import { begunVariable } from './variable-at.ts';

const icons: Record<BodyProposal['kind'], languages.CompletionItemKind> = {
  field: languages.CompletionItemKind.Property,
  value: languages.CompletionItemKind.EnumMember,
  example: languages.CompletionItemKind.Text,
  element: languages.CompletionItemKind.Property,
  'closing tag': languages.CompletionItemKind.Snippet,
  attribute: languages.CompletionItemKind.Field,
};

/** Offers what the API's description knows for a place: names, values, elements, closing tags. */
export function registerBodyCompletions(): void {
  languages.registerCompletionItemProvider(['json', 'xml', 'form'], {
    // A quotation mark begins a name or value, the other two a tag.
    triggerCharacters: ['"', '<', '/'],
    provideCompletionItems: (model, position) => {
      // Where a variable is begun its own list stands.
      if (begunVariable(model, position) !== null) return { suggestions: [] };
      const text = model.getValue();
      const offset = model.getOffsetAt(position);
      const proposals = bodyLanguage(model.uri.toString())?.complete(text, offset) ?? [];
      return {
        suggestions: proposals.map((proposal, index) =>
          toSuggestion(proposal, model, { index, written: text.slice(proposal.range.start, offset) }),
        ),
      };
    },
  });
}

function toSuggestion(
  { kind, label, detail, notes, insert, range, also = [] }: BodyProposal,
  model: Model,
  { index, written }: { readonly index: number; readonly written: string },
): languages.CompletionItem {
  // Monaco holds what is written against this text: signs before a name have to stand in both.
  const signs = /^["<>/]*/.exec(written)?.[0] ?? '';
  return {
    label: { label, description: detail },
    kind: icons[kind],
    documentation: { value: notes.map(escapeMarkdown).join('  \n') },
    // Nothing that is typed matches a blank: an example goes as soon as somebody writes a value of their own.
    filterText: signs + (kind === 'example' ? ' ' : label),
    sortText: String(index).padStart(5, '0'),
    insertText: insert,
    insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    range: toModelRange(model, range),
    additionalTextEdits: also.map((edit) => ({ range: toModelRange(model, edit.range), text: edit.text })),
  };
}
