import type { IncomingHttpHeaders } from 'node:http';
import { expect, it } from 'vitest';

import { type Edit, loadWithElectron } from '../../support/load-with-electron.ts';

type Asked = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders };
type Guard = Record<'refuseForeign' | 'refuseCall', (request: Asked, origin: string) => object | null>;

const file = 'electron/web-host/request-guard.ts';
const origin = 'http://127.0.0.1:4000';
const own: Asked = {
  method: 'POST',
  url: '/call/settings.load',
  headers: {
    host: '127.0.0.1:4000',
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  },
};

/** Each differs from a call of the page in one thing. */
const hostile: readonly Asked[] = [
  { ...own, method: 'GET' },
  { ...own, headers: { ...own.headers, host: 'rebound.example:4000' } },
  { ...own, headers: { ...own.headers, host: 'localhost:4000' } },
  { ...own, headers: { ...own.headers, origin: 'http://127.0.0.1:5000' } },
  { ...own, headers: { ...own.headers, origin: 'null' } },
  { ...own, headers: without('origin') },
  { ...own, headers: { ...own.headers, 'sec-fetch-site': 'same-site' } },
  { ...own, headers: { ...own.headers, 'sec-fetch-site': 'cross-site' } },
  { ...own, headers: { ...own.headers, 'content-type': 'text/plain' } },
  { ...own, headers: without('content-type') },
];

function without(name: string): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(own.headers).filter(([other]) => other !== name));
}

/** How many of the requests get through the guard as an edit leaves it. */
async function countLet(requests: readonly Asked[], edit?: Edit): Promise<number> {
  const guard = await loadWithElectron<Guard>(file, {}, edit);
  const isLet = (request: Asked): boolean =>
    guard.refuseForeign(request, origin) === null && guard.refuseCall(request, origin) === null;
  return requests.filter(isLet).length;
}

it('lets the page through, and none that differs from it in one thing', async () => {
  expect(await countLet([own])).toBe(1);
  expect(await countLet(hostile)).toBe(0);
});

it.each([
  ["if (request.method !== 'POST')", 1],
  ['if (request.headers.host !== new URL(origin).host)', 2],
  ['if (request.headers.origin !== origin)', 1],
  ['return isTopLevelVisit(request) ? null :', 2],
  ["if (request.headers['content-type'] !== 'application/json')", 2],
])('lets more through without: %s', async (line, more) => {
  const to = line.startsWith('if') ? 'if (origin === "")' : 'return origin !== "" ? null :';
  expect(await countLet(hostile, { file, from: line, to })).toBe(more);
});
