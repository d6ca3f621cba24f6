import { writeForm } from '../../formats/form.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { DraftBody, RequestDraft } from '../../model/request-draft.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import type { VariableScope } from '../../model/variable.ts';
import { reachableNames, resolveText, type TextLanguage, variableNames } from '../resolve-variables.ts';

/** A request for another program, and the `{{names}}` that still stand in it, each once. */
export type WrittenCall = { readonly request: RequestParts; readonly references: readonly string[] };

const reference = /\{\{\s*([^{}]+?)\s*\}\}/g;

/**
 * Writes a draft out as far as plain values go. What is secret, made anew for each send, signed or yielded by a login
 * stays `{{name}}`, unencoded wherever it stands.
 */
export function writeOutCall(draft: RequestDraft, scope: VariableScope): WrittenCall {
  const stays = (name: string): boolean =>
    reachableNames([name], scope).some((inner) => {
      const value = scope.get(inner);
      return value === undefined || value.secret || value.text === '' || value.origin === 'generated';
    });
  const fill = (text: string, language: TextLanguage): string => {
    const resolved = resolveText({ text, language, scope, place: { part: 'body' }, deferred: stays });
    // A circle of variables is the only problem left; it stays as it is written.
    return resolved.ok ? resolved.value.text : text;
  };
  const headers: HeaderList = draft.headers
    .filter(([name]) => name.trim() !== '')
    .map(([name, value]) => [name.trim(), fill(value.trim(), 'plain')] as const);
  const request: RequestParts = {
    method: draft.method,
    url: fill(draft.url.trim(), 'url'),
    headers,
    body: writeBody(draft.body, fill),
  };
  const texts = [request.url, ...headers.map(([, value]) => value), request.body ?? ''];
  return { request, references: [...new Set(texts.flatMap((text) => variableNames(text)))] };
}

function writeBody(body: DraftBody, fill: (text: string, language: TextLanguage) => string): string | null {
  switch (body.kind) {
    case 'none':
      return null;
    case 'text':
      return fill(body.text, body.language);
    case 'form':
      return body.fields
        .map(({ name, value }) => {
          const language = name === body.main?.field ? body.main.language : 'plain';
          return `${writeForm([{ name, value: '' }])}${encodeAround(fill(value, language))}`;
        })
        .join('&');
  }
}

/** Encodes a form value, but for the references in it. */
function encodeAround(text: string): string {
  let written = '';
  let last = 0;
  const encode = (piece: string): string => writeForm([{ name: '', value: piece }]).slice(1);
  for (const match of text.matchAll(reference)) {
    written += encode(text.slice(last, match.index)) + match[0];
    last = match.index + match[0].length;
  }
  return written + encode(text.slice(last));
}
