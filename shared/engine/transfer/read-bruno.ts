import type { BruPair, BruRequest } from '../../formats/bru.ts';
import { writeForm } from '../../formats/form.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { foreignCollection } from './foreign-collection.ts';
import { type ImportedFile, type ImportTools, nameOf, RemarkList, unreadable } from './imported-file.ts';
import type { GivenFile } from './read-import.ts';

/** Whether a text starts like a request of Bruno. */
export function looksLikeBruno(text: string): boolean {
  return /^\uFEFF?\s*meta\s*\{\s*$/m.test(text.slice(0, 200)) && /^\w+\s*\{\s*$/m.test(text);
}

/** Reads the one request of a `.bru` file as a collection. */
export function readBruno({ name, text }: GivenFile, tools: ImportTools): Result<ImportedFile, Problem> {
  const read = tools.parseBru(text);
  if (!read.ok)
    return unreadable(`${name} is no file of Bruno: ${read.error}.`, 'Mend it there; nothing was imported.');
  const { meta, http, docs } = read.value;
  if (http?.method === undefined || http.url === undefined || (http.url === '' && meta.type !== 'http'))
    return unreadable(
      `${name} holds no HTTP request.`,
      'Choose the .bru file of a request; its folder and collection files hold none.',
    );
  const remarks = new RemarkList();
  const title = nameOf(meta.name ?? null, 'Bruno request');
  const body = bodyOf(read.value);
  tellLeftOut(read.value, title, remarks);
  if (body === 'impossible') {
    return unreadable(
      `The body of ${title} is ${http.body ?? 'unknown'}, which none of the refund APIs takes.`,
      'Choose another request; nothing was imported.',
    );
  }
  const own = enabled(read.value.headers ?? []).map(({ name: key, value }) => [key, value] as const);
  const headers = [...own, ...authOf(read.value).filter(([key]) => headerValue(own, key) === null)];
  const typed =
    body === null || headerValue(headers, 'content-type') !== null
      ? headers
      : [...headers, ['Content-Type', body.type] as const];
  const request = {
    method: http.method.toUpperCase(),
    url: http.url,
    headers: typed,
    body: body?.text ?? null,
  };
  const calls = [{ name: title, notes: docs ?? '', place: [title], request }];
  const variables = enabled(read.value.vars?.req ?? []).map(({ name: key, value }) => ({ name: key, value }));
  return foreignCollection({ fileName: name, calls, variables }, tools, remarks);
}

function enabled(pairs: readonly BruPair[]): readonly BruPair[] {
  return pairs.filter((pair) => pair.enabled);
}

function bodyOf({ http, body }: BruRequest): { text: string; type: string } | null | 'impossible' {
  switch (http?.body ?? 'none') {
    case 'none':
      return null;
    case 'json':
      return { text: body?.json ?? '', type: 'application/json' };
    case 'xml':
      return { text: body?.xml ?? '', type: 'application/xml' };
    case 'text':
      return { text: body?.text ?? '', type: 'text/plain' };
    case 'formUrlEncoded':
      return {
        text: writeForm(enabled(body?.formUrlEncoded ?? [])),
        type: 'application/x-www-form-urlencoded',
      };
    default:
      return 'impossible';
  }
}

function authOf({ http, auth }: BruRequest): HeaderList {
  return http?.auth === 'bearer' ? [['Authorization', `Bearer ${auth?.bearer?.token ?? ''}`]] : [];
}

function tellLeftOut(read: BruRequest, title: string, remarks: RemarkList): void {
  const { http, headers = [], script, tests, assertions = [], vars } = read;
  for (const { name } of headers.filter((header) => !header.enabled))
    remarks.add([title], `The header ${name} is switched off in Bruno and was not taken over.`);
  if (script !== undefined || tests !== undefined)
    remarks.add([title], 'Scripts and tests were not taken over: the workbench runs no scripts.');
  if (assertions.length > 0)
    remarks.add([title], `Assertions were not taken over (${assertions.length}); write them as checks.`);
  if ((vars?.res ?? []).length > 0)
    remarks.add([title], 'Variables set from the answer were not taken over; write them as captures.');
  if (http?.auth !== undefined && !['none', 'inherit', 'bearer'].includes(http.auth))
    remarks.add(
      [title],
      `The authorization helper of Bruno (${http.auth}) was not taken over; the workbench signs and logs in by itself.`,
    );
}
