import { textPosition } from '../formats/text-position.ts';
import type { RequestDraft } from '../model/request-draft.ts';
import { variableNames } from './resolve-variables.ts';

/** A secret variable, and where a draft carries it, in words: `Header Authorization`. */
export type CarriedSecret = { readonly name: string; readonly places: readonly string[] };

/** Where a draft carries each of the given variables; those that it carries nowhere are left out. */
export function describeCredentials(draft: RequestDraft, names: readonly string[]): readonly CarriedSecret[] {
  return names
    .map((name) => ({ name, places: placesOf(draft, name) }))
    .filter(({ places }) => places.length > 0);
}

function placesOf({ url, headers, body }: RequestDraft, name: string): readonly string[] {
  const carries = (text: string): boolean => variableNames(text).includes(name);
  return [
    ...(carries(url) ? ['URL'] : []),
    ...headers.filter(([, value]) => carries(value)).map(([header]) => `Header ${header}`),
    ...(body.kind === 'text' && carries(body.text) ? [bodyWords(body.text, name)] : []),
    ...(body.kind === 'form'
      ? body.fields.filter(({ value }) => carries(value)).map((field) => `Form field ${field.name}`)
      : []),
  ];
}

function bodyWords(text: string, name: string): string {
  const found = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].find((match) => match[1]?.trim() === name);
  return `Body, line ${textPosition(text, found?.index ?? 0).line}`;
}
