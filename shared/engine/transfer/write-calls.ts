import type { ApiDefinition } from '../../definition/api-definition.ts';
import { writeCurl } from '../../formats/curl.ts';
import { parseForm } from '../../formats/form.ts';
import { headerValue } from '../../model/headers.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import type { WrittenCall } from './write-out-call.ts';

/** A request that is written for another program, and what it is called. */
export type NamedCall = WrittenCall & {
  readonly api: ApiDefinition | null;
  readonly operation: string;
  readonly place: readonly string[];
};

/** Calls as curl commands for a POSIX shell, in order. Unset variables stop the shell that runs the file. */
export function writeCurlFile(name: string, calls: readonly NamedCall[]): string {
  const commands = calls.map(({ api, operation, place, request }) =>
    writeCurl(request, {
      movesMoney: api?.operations.find(({ id }) => id === operation)?.movesMoney ?? true,
      isReference: () => true,
      notes: [oneLine(place.join(' / '))],
    }),
  );
  return [`# ${oneLine(name)}`, 'set -eu', '', ...commands].join('\n');
}

/** Calls as an `.http` file for VS Code's REST Client, JetBrains and httpYac. */
export function writeHttpFile(name: string, calls: readonly NamedCall[]): string {
  const open = [...new Set(calls.flatMap(({ references }) => references))];
  const head = [
    `# ${oneLine(name)}`,
    "# Sending these requests may move money and passes none of the workbench's checks.",
    ...(open.length === 0 ? [] : ['# Set before sending:', ...open.map((variable) => `#   {{${variable}}}`)]),
  ];
  const requests = calls.map(({ place, request }) => {
    const { method, url, headers, body } = request;
    return [
      `### ${oneLine(place.join(' / '))}`,
      `${method} ${url}`,
      ...headers.map(([header, value]) => `${header}: ${value}`),
      ...(body === null ? [] : ['', body.trimEnd()]),
      '',
    ].join('\n');
  });
  return [...head, '', ...requests].join('\n');
}

/** Calls as HAR 1.2, without answers: none was recorded. Source: the HAR 1.2 specification. */
export function writeHarFile(name: string, calls: readonly NamedCall[], version: string): string {
  const log = {
    version: '1.2',
    creator: { name: 'Refund Workbench', version },
    entries: calls.map(toEntry),
    comment: `The requests of ${oneLine(name)}, never sent. Secrets and other open values are written {{name}}.`,
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function toEntry({ place, request }: NamedCall): object {
  return {
    // HAR wants a time; these were never sent.
    startedDateTime: '1970-01-01T00:00:00.000Z',
    time: 0,
    request: toHarRequest(request),
    response: {
      status: 0,
      statusText: '',
      httpVersion: 'unknown',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    comment: place.join(' / '),
  };
}

function toHarRequest({ method, url, headers, body }: RequestParts): object {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  const type = headerValue(headers, 'content-type') ?? 'text/plain';
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headers.map(([name, value]) => ({ name, value })),
    queryString: query === '' ? [] : parseForm(query),
    headersSize: -1,
    bodySize: body === null ? 0 : new TextEncoder().encode(body).length,
    ...(body === null ? {} : { postData: { mimeType: type, text: body } }),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
