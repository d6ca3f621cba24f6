import type { ApiDefinition } from '../definition/api-definition.ts';
import type { RequestTemplate } from '../definition/request-template.ts';
import { parseForm } from '../formats/form.ts';
import { memberText } from '../formats/json.ts';
import type { HeaderList } from '../model/headers.ts';
import type { DraftBody, RequestDraft } from '../model/request-draft.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { leftOutSecrets, type SecretPlaces, secretPlacesOf } from './secret-places.ts';
import type { Candidate } from './recognise-request.ts';
import { parseDraftJson } from './parse-draft-json.ts';
import { replaceJsonTexts } from './replace-json-texts.ts';
import { suspectSecrets } from './suspect-secrets.ts';

/** A draft made of a request, and what is different in it, as sentences. */
export type DraftOfRequest = { readonly draft: RequestDraft; readonly remarks: readonly string[] };

/**
 * Makes a draft of a request that somebody handed over. The base URL becomes the variable of the API. What stands in a
 * place for a secret is left out and its reference put there, so that no such value is ever stored; whatever else looks
 * like a secret is named.
 */
export function draftFromRequest(
  { api, operation, base: found }: Candidate,
  given: RequestParts,
): DraftOfRequest {
  const request = { ...given, url: withoutUser(given.url) };
  const base = found === null ? null : withoutUser(found);
  const template = nearestTemplate(api, operation.id, request);
  const places = secretPlacesOf(api, template);
  const left: string[] = [];
  const url = withoutSecrets(putBase(api, base, request.url), places, left);
  const headers = keptHeaders(request.headers, places, left);
  const body = toBody(request, template, places, left);
  const draft: RequestDraft = {
    api: api.id,
    template: template?.id ?? null,
    operation: operation.id,
    method: request.method,
    url,
    headers: headers.kept,
    body,
  };
  const signed = operation.signature?.field ?? null;
  return {
    draft,
    remarks: [
      ...(base === null ? [] : [baseRemark(api, base)]),
      ...(request.url === given.url ? [] : ['The user name and password in the address were left out.']),
      ...left,
      ...headers.remarks,
      ...(signed !== null && isTypedByHand(request.body, signed)
        ? [
            `${signed} was kept as it is, so that the inspector can tell whether it is right; {{$signature}} in its place makes a fresh one.`,
          ]
        : []),
      ...suspects(draft, signed),
    ],
  };
}

function withoutUser(url: string): string {
  return url.replace(/^(https?:\/\/)[^/?#@]*@/i, '$1');
}

function putBase(api: ApiDefinition, base: string | null, url: string): string {
  return base === null ? url : `{{${api.id}.baseUrl}}${url.slice(base.length)}`;
}

function baseRemark(api: ApiDefinition, base: string): string {
  return base.includes('{{')
    ? `The address was put under {{${api.id}.baseUrl}}.`
    : `${base} became {{${api.id}.baseUrl}}, so the draft goes to the base URL of the environment you choose.`;
}

/** The template of the operation that has most in common with a request, word by word; the first one of equals. */
function nearestTemplate(
  { templates }: ApiDefinition,
  operationId: string,
  request: RequestParts,
): RequestTemplate | null {
  const words = wordsOf([request.url, decoded(request)]);
  const scored = templates
    .filter(({ operation }) => operation === operationId)
    .map((template) => {
      const own = wordsOf([template.url, textOf(template.body)]);
      const shared = [...own].filter((word) => words.has(word)).length;
      return { template, score: shared - (own.size - shared) };
    });
  return scored.toSorted((left, right) => right.score - left.score)[0]?.template ?? null;
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.replaceAll(/\{\{[^{}]*\}\}/g, ' ').match(/[\w-]+/g) ?? []));
}

function decoded({ headers, body }: RequestParts): string {
  if (body === null) return '';
  return isForm(headers, body)
    ? parseForm(body)
        .map(({ name, value }) => `${name} ${value}`)
        .join(' ')
    : body;
}

function textOf(body: DraftBody): string {
  if (body.kind === 'none') return '';
  return body.kind === 'text'
    ? body.text
    : body.fields.map(({ name, value }) => `${name} ${value}`).join(' ');
}

/** Set by the sender itself, or about the program that sent it. */
const programHeaders =
  /^(?:content-length|transfer-encoding|connection|host|expect|upgrade|keep-alive|te|trailer|accept-encoding|accept-language|user-agent|origin|referer|priority|pragma|cache-control|dnt|sec-.*|postman-token|if-.*)$/i;

/** Always credentials, whatever the API. */
const credentialHeaders = /^(?:authorization|proxy-authorization|cookie|x-api-key|api-key|x-auth-token)$/i;

function keptHeaders(
  headers: HeaderList,
  places: SecretPlaces,
  left: string[],
): { readonly kept: HeaderList; readonly remarks: readonly string[] } {
  const program: string[] = [];
  const credentials: string[] = [];
  const kept = headers.flatMap(([name, value]) => {
    const reference = places.headers.get(name.toLowerCase());
    if (reference !== undefined) {
      left.push(...leftOutSecrets(`the header ${name}`, value, reference));
      return [[name, reference] as const];
    }
    if (programHeaders.test(name)) program.push(name);
    else if (credentialHeaders.test(name)) credentials.push(name);
    else return [[name, value] as const];
    return [];
  });
  return {
    kept,
    remarks: [
      ...credentials.map(
        (name) => `The header ${name} holds credentials that this call does not use; it was left out.`,
      ),
      ...(program.length === 0
        ? []
        : [`Left out, because only the sending program needs them: ${program.join(', ')}.`]),
    ],
  };
}

function isForm(headers: HeaderList, body: string): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return /form-urlencoded/i.test(type) && !/^\s*[{[<]/.test(body);
}

function toBody(
  { headers, body }: RequestParts,
  template: RequestTemplate | null,
  places: SecretPlaces,
  left: string[],
): DraftBody {
  if (body === null || body === '') return { kind: 'none' };
  if (isForm(headers, body)) {
    const fields = parseForm(body).map(({ name, value }) => ({
      name,
      value: replaceNamed(name, value, `the field ${name}`, places, left),
    }));
    const main = template?.body.kind === 'form' ? template.body.main : null;
    return { kind: 'form', fields, main: fields.some(({ name }) => name === main?.field) ? main : null };
  }
  const language = /^\s*</.test(body) ? 'xml' : 'json';
  return {
    kind: 'text',
    language,
    text:
      language === 'json'
        ? replaceJsonTexts(body, (name, value) =>
            replaceNamed(name, value, `${name} in the body`, places, left),
          )
        : body,
  };
}

function replaceNamed(
  name: string,
  value: string,
  where: string,
  places: SecretPlaces,
  left: string[],
): string {
  const reference = places.fields(name);
  if (reference === null || value === '') return value;
  left.push(...leftOutSecrets(where, value, reference));
  return reference;
}

/** Secrets in the query of an address, by the name of their field. */
function withoutSecrets(url: string, places: SecretPlaces, left: string[]): string {
  return url.replaceAll(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string, value: string) => {
    const kept = replaceNamed(decodeName(name), value, `${decodeName(name)} in the address`, places, left);
    return kept === value ? whole : `${mark}${name}=${kept}`;
  });
}

function decodeName(name: string): string {
  return parseForm(`${name}=`)[0]?.name ?? name;
}

/** Whether a signature stands in the body, and not only the place for one. */
function isTypedByHand(body: string | null, field: string): boolean {
  const parsed = parseDraftJson(body ?? '');
  const text = parsed.ok ? memberText(parsed.value, field) : null;
  return text !== null && !text.includes('{{');
}

/** What is still in the draft and looks like a secret. */
function suspects({ headers, url, body }: RequestDraft, signed: string | null): readonly string[] {
  const query = parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');
  const pairs = [
    ...headers.map(([name, value]) => ({ name, value })),
    ...query,
    ...(body.kind === 'form' ? body.fields : []),
    ...(body.kind === 'text' ? jsonTexts(body.text) : []),
  ].filter(({ name }) => name !== signed);
  const names = [...new Set(suspectSecrets(pairs, []))];
  return names.length === 0
    ? []
    : [
        `${names.join(', ')} still ${names.length === 1 ? 'looks' : 'look'} like a secret and would be kept with the draft; put a variable in its place.`,
      ];
}

function jsonTexts(text: string): readonly { readonly name: string; readonly value: string }[] {
  const parsed = parseDraftJson(text);
  if (!parsed.ok) return [];
  const nodes = [parsed.value];
  const pairs: { name: string; value: string }[] = [];
  for (const node of nodes) {
    if (node.kind === 'array') nodes.push(...node.items);
    if (node.kind !== 'object') continue;
    for (const { name, value } of node.members) {
      nodes.push(value);
      if (value.kind === 'string') pairs.push({ name, value: value.text });
    }
  }
  return pairs;
}
