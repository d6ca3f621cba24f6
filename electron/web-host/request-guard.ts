import type { IncomingMessage } from 'node:http';

/** Why a request is turned away. */
export type Refusal = { readonly status: number; readonly reason: string };

/**
 * Turns away whatever does not come from the host's own page: another name for this machine (DNS rebinding), another
 * origin (forms, scripts, other local ports), a request made on behalf of another site.
 */
export function refuseForeign(request: IncomingMessage, origin: string): Refusal | null {
  if (request.headers.host !== new URL(origin).host) return { status: 421, reason: 'wrong host' };
  const sender = request.headers.origin;
  if (sender !== undefined && sender !== origin) return { status: 403, reason: 'foreign origin' };
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  return isTopLevelVisit(request) ? null : { status: 403, reason: 'foreign site' };
}

/** Calls that change something need the page's own origin and JSON, which no form can send. */
export function refuseCall(request: IncomingMessage, origin: string): Refusal | null {
  if (request.method !== 'POST') return { status: 405, reason: 'POST only' };
  if (request.headers.origin !== origin) return { status: 403, reason: 'foreign origin' };
  if (request.headers['content-type'] !== 'application/json') return { status: 415, reason: 'JSON only' };
  return null;
}

/** The bearer key of a request, or an empty text. */
export function bearerKey(request: IncomingMessage): string {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** Following a link to the page is fine: it holds no data and does nothing without a key. */
function isTopLevelVisit({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    url === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}
