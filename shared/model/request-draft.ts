import type { HeaderList } from './headers.ts';

/** One pair of a form body, with `{{variables}}` still in it. */
export type DraftFormField = { readonly name: string; readonly value: string };

/** What a draft sends. In a form one field may be the main one: the text a person really edits. */
export type DraftBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly language: 'json' | 'xml'; readonly text: string }
  | {
      readonly kind: 'form';
      readonly fields: readonly DraftFormField[];
      readonly main: { readonly field: string; readonly language: 'xml' } | null;
    };

/** The user's editable copy of a template. Every text may hold `{{variables}}`. */
export type RequestDraft = {
  readonly api: string;
  /** The template it was made from, if any. */
  readonly template: string | null;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: DraftBody;
};
