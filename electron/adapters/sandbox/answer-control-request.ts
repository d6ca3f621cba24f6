import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Problem, ProblemCode } from '../../../shared/model/problem.ts';
import { isOwnHost } from './is-own-host.ts';
import { type ControlRoute, controlRoutes, type ControlWorld } from './sandbox-control-routes.ts';

/** Where a sandbox is looked at and set; no API has this id. */
export const controlPath = '/__sandbox';

/** Answers a call that looks at the sandbox or sets it. No page of another origin gets through. */
export function answerControlRequest(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  world: ControlWorld & { readonly port: number },
): void {
  const { status, headers = [], contentType, text } = answer(request, body, world);
  response.on('error', () => request.socket.destroy());
  response.writeHead(
    status,
    [
      ...headers,
      ['Content-Type', contentType],
      ['Content-Length', String(Buffer.byteLength(text))],
      ['Cache-Control', 'no-store'],
      ['X-Content-Type-Options', 'nosniff'],
    ].flat(),
  );
  response.end(text);
}

type Answer = {
  readonly status: number;
  readonly headers?: readonly string[];
  readonly contentType: string;
  readonly text: string;
};

function answer(
  request: IncomingMessage,
  body: string,
  world: ControlWorld & { readonly port: number },
): Answer {
  const foreign = refuseForeign(request, world.port);
  if (foreign !== null) return foreign;
  const url = request.url ?? '';
  const [path = '', query = ''] = url.slice(controlPath.length).split('?', 2);
  const [, first = '', second = '', ...more] = path.split('/');
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  if (first === '' && second === '') return method === 'GET' ? listing(world.port) : wrongMethod(['GET']);
  const item = decode(second);
  const there =
    more.length > 0 || item === null ? [] : controlRoutes.filter((route) => fits(route, first, item));
  if (there.length === 0)
    return refusal(404, `There is nothing at ${controlPath}/${first}.`, `Look at GET ${controlPath}/.`);
  const route = there.find((candidate) => candidate.method === method);
  if (route === undefined) return wrongMethod(there.map((candidate) => candidate.method));
  const unread = refuseContentType(request, route);
  if (unread !== null) return unread;
  const done = route.run({ item: item ?? '', query: new URLSearchParams(query), body }, world);
  if (!done.ok) return refusal(statusOf(done.error), done.error.message, done.error.remedy);
  // A snapshot is JSON already.
  const text = typeof done.value === 'string' ? done.value : `${JSON.stringify(done.value)}\n`;
  return { status: 200, contentType: 'application/json; charset=utf-8', text };
}

function fits({ path, takesItem }: ControlRoute, first: string, item: string): boolean {
  return (
    path === first && (takesItem === 'always' ? item !== '' : takesItem === 'never' ? item === '' : true)
  );
}

/** `null` for what no text was encoded as. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Any page on the web can make a browser send here; none of them may. */
function refuseForeign(request: IncomingMessage, port: number): Answer | null {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const remedy = 'Call it from a program such as curl, on this machine.';
  if (!isOwnHost(request, port))
    return refusal(421, `The sandbox is set at 127.0.0.1:${port}, not under another Host.`, remedy);
  if (origin !== undefined || (site !== undefined && site !== 'none' && site !== 'same-origin'))
    return refusal(403, 'No web page may set the sandbox.', remedy);
  return null;
}

function refuseContentType(request: IncomingMessage, { method, takesYaml }: ControlRoute): Answer | null {
  if (method !== 'POST' && method !== 'PUT') return null;
  const [given = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';', 1);
  const types = ['application/json', ...(takesYaml === true ? ['application/yaml'] : [])];
  return types.includes(given.trim())
    ? null
    : refusal(415, 'The body is of another type.', `Send the header Content-Type: ${types.join(' or ')}.`);
}

function wrongMethod(methods: readonly string[]): Answer {
  const allowed = [...new Set(methods)].join(', ');
  return {
    ...refusal(405, 'This cannot be asked by that method.', `Use ${allowed}.`),
    headers: ['Allow', allowed],
  };
}

function statusOf({ code }: Problem): number {
  const known: Partial<Record<ProblemCode, number>> = {
    'bad-input': 400,
    'unknown-api': 404,
    'unknown-entry': 404,
  };
  return known[code] ?? 500;
}

function refusal(status: number, error: string, remedy: string): Answer {
  const text = `${JSON.stringify({ error, remedy })}\n`;
  return { status, contentType: 'application/json; charset=utf-8', text };
}

function listing(port: number): Answer {
  const lines = controlRoutes.map(({ method, path, usage, title }) => {
    const call = `${method} ${controlPath}/${path}${usage.startsWith('/') || usage.startsWith('?') ? usage : ''}`;
    const body = usage.startsWith('{') ? usage : '';
    return `${call.padEnd(42)} ${[title, body].filter((part) => part !== '').join('  ')}`;
  });
  const text = [
    `How to look at this sandbox and set it, on http://127.0.0.1:${port}. Bodies are JSON, sent with`,
    'Content-Type: application/json; a mistake is answered with {"error": ..., "remedy": ...}.',
    '',
    ...lines,
    '',
  ].join('\n');
  return { status: 200, contentType: 'text/plain; charset=utf-8', text };
}
