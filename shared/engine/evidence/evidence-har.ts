import { parseForm } from '../../formats/form.ts';
import type { EvidenceBundle, EvidenceExchange } from '../../model/evidence.ts';
import type { StepExchange } from '../../model/exchange.ts';
import { type HeaderList, headerValue } from '../../model/headers.ts';
import { noTimings, type Outcome, type Timings } from '../../model/outcome.ts';
import { verdictWords } from './evidence-words.ts';
import { writeVisibleJson } from './unseen-characters.ts';

/** The member of `log` that holds the whole bundle; HAR leaves names with an underscore to whoever writes it. */
export const harEvidence = '_evidence';

type Named = { readonly name: string; readonly value: string };

/** A bundle as HAR 1.2: one entry for every request, logins first. Sources: the HAR 1.2 specification, sections on each object. */
export function evidenceHar(bundle: EvidenceBundle): string {
  const log = {
    version: '1.2',
    creator: { name: 'Refund Workbench', version: bundle.madeBy.workbench },
    entries: bundle.exchanges.flatMap(toEntries),
    comment: `Evidence made ${bundle.madeAt}. Secrets are written {{name}}. Check it with: refund-workbench evidence verify FILE.`,
    [harEvidence]: bundle,
  };
  return `${writeVisibleJson({ log }, 2)}\n`;
}

function toEntries(exchange: EvidenceExchange): readonly object[] {
  const { login, main } = exchange;
  const steps = main === null ? login : [...login, main];
  let before = 0;
  return steps.map((step) => {
    const entry = toEntry(exchange, step, before);
    before += step.outcome?.timings.total ?? 0;
    return entry;
  });
}

/** `before`: milliseconds that the steps before it took; only the start of the first one was recorded. */
function toEntry(exchange: EvidenceExchange, step: StepExchange, before: number): object {
  const { request, outcome } = step;
  const isMain = step === exchange.main;
  const timings = toTimings(outcome?.timings ?? null);
  const { dns, connect, blocked, send, wait, receive } = timings;
  const time = [dns, connect, blocked, send, wait, receive].reduce((sum, one) => sum + Math.max(0, one), 0);
  const { explanation } = exchange;
  return {
    startedDateTime: new Date(Date.parse(exchange.startedAt) + Math.round(before)).toISOString(),
    time: round(time),
    request: toRequest(request),
    response: toResponse(outcome),
    cache: {},
    timings,
    comment: isMain
      ? (explanation?.headline ?? verdictWords.unknown)
      : `${step.title}, before the request itself`,
    _exchange: exchange.id,
    _step: step.step,
    ...(isMain ? { _verdict: explanation?.verdict ?? 'unknown' } : {}),
    ...(before > 0 ? { _startIsEstimated: true } : {}),
  };
}

function toRequest({ method, url, headers, body }: StepExchange['request']): object {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return {
    method,
    url: toUri(url),
    _url: url,
    httpVersion: 'HTTP/1.1',
    cookies: headers
      .filter(([name]) => name.toLowerCase() === 'cookie')
      .flatMap(([, value]) => value.split(';').map((pair) => toNamed(pair))),
    headers: toNameds(headers),
    queryString: query === '' ? [] : parseForm(query),
    headersSize: -1,
    bodySize: body === null ? 0 : new TextEncoder().encode(body).length,
    ...(body === null
      ? {}
      : { postData: { mimeType: headerValue(headers, 'content-type') ?? 'text/plain', text: body } }),
  };
}

function toResponse(outcome: Outcome | null): object {
  const none = {
    status: 0,
    statusText: '',
    httpVersion: 'unknown',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  };
  if (outcome === null) return { ...none, _error: 'The outcome was never recorded.' };
  if (outcome.kind !== 'response') {
    const { code, phase, message, requestLeft } = outcome;
    return { ...none, _error: `${code}: ${message}`, _phase: phase, _requestLeft: requestLeft };
  }
  const { status, statusText, headers, body } = outcome;
  const content = body.base64 === null ? { text: body.text } : { text: body.base64, encoding: 'base64' };
  return {
    status,
    statusText,
    httpVersion: 'HTTP/1.1',
    cookies: headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, value]) => toCookie(value)),
    headers: toNameds(headers),
    content: {
      size: body.bytes,
      mimeType: headerValue(headers, 'content-type') ?? 'x-unknown',
      ...content,
      ...(body.truncated ? { comment: 'The body was longer; the rest was not read.' } : {}),
    },
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: -1,
  };
}

/** HAR counts TLS into `connect` too, wants -1 for a phase that did not happen, and never for the last three. */
function toTimings(
  timings: Timings | null,
): Readonly<Record<'blocked' | 'dns' | 'connect' | 'ssl' | 'send' | 'wait' | 'receive', number>> {
  const { blocked, dns, connect, ssl, send, wait, receive } = timings ?? noTimings;
  return {
    blocked: blocked ?? -1,
    dns: dns ?? -1,
    connect: connect === null ? -1 : round(connect + (ssl ?? 0)),
    ssl: ssl ?? -1,
    send: send ?? 0,
    wait: wait ?? 0,
    receive: receive ?? 0,
  };
}

/** A reference or a mark in a URL holds signs that no URI has. */
function toUri(url: string): string {
  return url
    .toWellFormed()
    .replaceAll(/[\s{}|\\^`<>"\u{7f}-\u{10ffff}\p{Cc}]/gu, (sign) => encodeURIComponent(sign));
}

function toNameds(headers: HeaderList): readonly Named[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function toNamed(pair: string): Named {
  const equals = pair.indexOf('=');
  return equals === -1
    ? { name: pair.trim(), value: '' }
    : { name: pair.slice(0, equals).trim(), value: pair.slice(equals + 1).trim() };
}

function toCookie(header: string): object {
  const [pair = '', ...attributes] = header.split(';');
  const known = new Map(attributes.map(toNamed).map(({ name, value }) => [name.toLowerCase(), value]));
  const [path, domain] = [known.get('path'), known.get('domain')];
  return {
    ...toNamed(pair),
    ...(path === undefined ? {} : { path }),
    ...(domain === undefined ? {} : { domain }),
    httpOnly: known.has('httponly'),
    secure: known.has('secure'),
  };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
