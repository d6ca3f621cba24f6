import { writeForm } from '../../formats/form.ts';
import { jsonItems, jsonMember, memberText } from '../../formats/json.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import type { RemarkList } from './imported-file.ts';

/** What a request of Postman sends; `null`, with a remark, where the workbench cannot send such a one. */
export function readPostmanRequest(
  item: JsonNode,
  inherited: JsonNode | null,
  place: readonly string[],
  remarks: RemarkList,
): RequestParts | null {
  const node = jsonMember(item, 'request');
  const url = node?.kind === 'string' ? node.text : readUrl(jsonMember(node, 'url'), place, remarks);
  if (node === null || url === '') {
    remarks.add(place, 'Not taken over: it has no address.');
    return null;
  }
  const body = readBody(jsonMember(node, 'body'), place, remarks);
  if (body === 'impossible') return null;
  const own = readHeaders(jsonMember(node, 'header'), place, remarks);
  const auth = readAuth(jsonMember(node, 'auth') ?? inherited, place, remarks);
  const headers = [...own, ...auth.filter(([name]) => headerValue(own, name) === null)];
  const method = (memberText(node, 'method') ?? 'GET').toUpperCase();
  const type = body?.type ?? null;
  return {
    method,
    url,
    headers:
      type === null || headerValue(headers, 'content-type') !== null
        ? headers
        : [...headers, ['Content-Type', type]],
    body: body?.text ?? null,
  };
}

function readUrl(url: JsonNode | null, place: readonly string[], remarks: RemarkList): string {
  if (url === null) return '';
  if (url.kind === 'string') return url.text;
  const raw = memberText(url, 'raw');
  const off = jsonItems(jsonMember(url, 'query')).filter((pair) => memberText(pair, 'disabled') === 'true');
  for (const pair of off) tellDisabled(place, `The parameter ${memberText(pair, 'key') ?? ''}`, remarks);
  const paths = jsonItems(jsonMember(url, 'variable'));
  const whole = raw ?? joinUrl(url);
  // Postman's own variables in a path are written `:name`.
  return paths.reduce((text, variable) => {
    const value = memberText(variable, 'value') ?? '';
    const name = memberText(variable, 'key') ?? '';
    return name === '' || value === '' ? text : text.replaceAll(`/:${name}`, () => `/${value}`);
  }, whole);
}

function joinUrl(url: JsonNode): string {
  const texts = (name: string): readonly string[] =>
    jsonItems(jsonMember(url, name)).flatMap((part) => (part.kind === 'string' ? [part.text] : []));
  const host = texts('host').join('.');
  if (host === '') return '';
  const protocol = memberText(url, 'protocol');
  const query = jsonItems(jsonMember(url, 'query'))
    .filter((pair) => memberText(pair, 'disabled') !== 'true')
    .map((pair) => `${memberText(pair, 'key') ?? ''}=${memberText(pair, 'value') ?? ''}`);
  return [
    protocol === null ? '' : `${protocol}://`,
    host,
    ...texts('path').map((part) => `/${part}`),
    query.length === 0 ? '' : `?${query.join('&')}`,
  ].join('');
}

function readHeaders(list: JsonNode | null, place: readonly string[], remarks: RemarkList): HeaderList {
  return jsonItems(list).flatMap((header) => {
    const name = memberText(header, 'key') ?? '';
    if (name === '') return [];
    if (memberText(header, 'disabled') !== 'true')
      return [[name, memberText(header, 'value') ?? ''] as const];
    tellDisabled(place, `The header ${name}`, remarks);
    return [];
  });
}

function tellDisabled(place: readonly string[], what: string, remarks: RemarkList): void {
  remarks.add(place, `${what} is switched off in Postman and was not taken over.`);
}

type Body = { readonly text: string; readonly type: string | null };

function readBody(
  body: JsonNode | null,
  place: readonly string[],
  remarks: RemarkList,
): Body | null | 'impossible' {
  const mode = memberText(body, 'mode');
  if (body === null || mode === null || memberText(body, 'disabled') === 'true') return null;
  if (mode === 'raw') {
    const text = memberText(body, 'raw') ?? '';
    return text === '' ? null : { text, type: typeOf(text) };
  }
  if (mode === 'urlencoded') {
    const pairs = jsonItems(jsonMember(body, 'urlencoded'));
    const isOff = (pair: JsonNode): boolean => memberText(pair, 'disabled') === 'true';
    for (const pair of pairs.filter(isOff))
      tellDisabled(place, `The field ${memberText(pair, 'key') ?? ''}`, remarks);
    const fields = pairs
      .filter((pair) => !isOff(pair))
      .map((pair) => ({ name: memberText(pair, 'key') ?? '', value: memberText(pair, 'value') ?? '' }));
    return { text: writeForm(fields), type: 'application/x-www-form-urlencoded' };
  }
  const words: Readonly<Record<string, string>> = {
    formdata: 'a multipart form',
    file: 'a file',
    graphql: 'a GraphQL query',
  };
  remarks.add(
    place,
    `Not taken over: its body is ${words[mode] ?? `of the kind ${mode}`}, which none of the refund APIs takes.`,
  );
  return 'impossible';
}

function typeOf(text: string): string | null {
  if (/^\s*[[{]/.test(text)) return 'application/json';
  return /^\s*</.test(text) ? 'application/xml' : null;
}

/** What an auth helper of Postman would send; only the simple ones are written out as a header. */
function readAuth(auth: JsonNode | null, place: readonly string[], remarks: RemarkList): HeaderList {
  const type = memberText(auth, 'type');
  if (auth === null || type === null || type === 'noauth') return [];
  const values = new Map(
    jsonItems(jsonMember(auth, type)).map((pair) => [
      memberText(pair, 'key') ?? '',
      memberText(pair, 'value') ?? '',
    ]),
  );
  const value = (name: string): string => values.get(name) ?? '';
  if (type === 'bearer') return [['Authorization', `Bearer ${value('token')}`]];
  if (type === 'apikey' && value('in') !== 'query') return [[value('key') || 'X-Api-Key', value('value')]];
  remarks.add(
    place,
    `The authorization helper of Postman (${type}) was not taken over; the workbench signs and logs in by itself.`,
  );
  return [];
}
