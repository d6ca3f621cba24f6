import type { RequestDraft } from '../model/request-draft.ts';

/** The text of a draft that a person edits: the body, or the main field of a form. `null` where there is none. */
export function mainText({ body }: RequestDraft): string | null {
  if (body.kind === 'text') return body.text;
  if (body.kind === 'none' || body.main === null) return null;
  const { field } = body.main;
  return body.fields.find(({ name }) => name === field)?.value ?? null;
}

/** The draft with another text to edit. A form without a main field stays as it is. */
export function withMainText(draft: RequestDraft, text: string): RequestDraft {
  const { body } = draft;
  if (body.kind === 'text') return { ...draft, body: { ...body, text } };
  if (body.kind === 'none' || body.main === null) return draft;
  const { field } = body.main;
  const fields = body.fields.map((pair) => (pair.name === field ? { ...pair, value: text } : pair));
  return { ...draft, body: { ...body, fields } };
}
