import { evidenceFormat, evidenceLimit } from '../model/evidence.ts';
import type { HeaderList } from '../model/headers.ts';
import type { Outcome } from '../model/outcome.ts';
import type { JsonNode } from '../model/parsed-body.ts';
import type { PastedCall, PastedCalls } from '../model/pasted.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { jsonItems, jsonMember, jsonText, memberText, parseJson } from './json.ts';

const family = evidenceFormat.slice(0, evidenceFormat.indexOf('/') + 1);

/** Whether a text calls itself an evidence bundle, as JSON or inside a page. */
export function looksLikeEvidence(text: string): boolean {
  return text.includes(`"${family}`);
}

/**
 * Reads the calls of an evidence bundle, also out of its HTML form. Its hashes are not checked here, and that is told.
 * Fails with a sentence where the bundle is damaged, too long or of a version that came later.
 */
export function readEvidence(text: string): Result<PastedCalls, string> {
  if (text.length > evidenceLimit) return fail('The evidence bundle is longer than 50 MB.');
  const parsed = parseJson(innerJson(text));
  if (!parsed.ok) {
    const { line, column, message } = parsed.error;
    return fail(`The evidence bundle is not whole: line ${line}, column ${column}: ${message}.`);
  }
  const format = memberText(parsed.value, 'format');
  if (format !== evidenceFormat)
    return fail(
      `The evidence bundle is of the format ${format ?? 'unknown'}; this workbench reads ${evidenceFormat}.`,
    );
  const exchanges = jsonItems(jsonMember(parsed.value, 'exchanges'));
  const calls = exchanges.map((exchange) => readCall(exchange)).filter((call) => call !== null);
  const left = exchanges.length - calls.length;
  return ok({
    calls,
    remarks: [
      'The hashes of the bundle were not checked; the command evidence verify does that.',
      ...(left === 0 ? [] : [`${left} of ${exchanges.length} exchanges hold no request that was sent.`]),
    ],
  });
}

/** The bundle inside a page stands in a script element of its own. */
function innerJson(text: string): string {
  if (!/^\uFEFF?\s*</.test(text)) return text;
  const scripts = [...text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/gi)].map((match) => match[1] ?? '');
  return scripts.find((script) => looksLikeEvidence(script)) ?? '';
}

function readCall(exchange: JsonNode): PastedCall | null {
  const main = jsonMember(exchange, 'main');
  const request = jsonMember(main, 'request');
  const method = memberText(request, 'method');
  const url = memberText(request, 'url');
  if (method === null || url === null) return null;
  const remarks: string[] = [];
  return {
    request: {
      method,
      url,
      headers: readHeaders(jsonMember(request, 'headers')),
      body: memberText(request, 'body'),
    },
    outcome: readOutcome(exchange, jsonMember(main, 'outcome'), remarks),
    startedAt: memberText(exchange, 'startedAt'),
    remarks,
  };
}

function readHeaders(node: JsonNode | null): HeaderList {
  return jsonItems(node).flatMap((pair) => {
    const [name, value] = jsonItems(pair).map((item) => jsonText(item));
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [];
  });
}

/** What an encrypted answer says is what can be explained. */
function readOutcome(exchange: JsonNode, outcome: JsonNode | null, remarks: string[]): Outcome | null {
  const status = memberText(outcome, 'status') ?? '';
  if (memberText(outcome, 'kind') !== 'response' || !/^[1-5]\d\d$/.test(status)) {
    const message = memberText(outcome, 'message');
    remarks.push(`No answer came to this call${message === null ? '' : ` (${message})`}.`);
    return null;
  }
  const body = jsonMember(outcome, 'body');
  const text = memberText(exchange, 'openedBody') ?? memberText(body, 'text') ?? '';
  return {
    kind: 'response',
    status: Number(status),
    statusText: memberText(outcome, 'statusText') ?? '',
    headers: readHeaders(jsonMember(outcome, 'headers')),
    body: {
      text,
      bytes: new TextEncoder().encode(text).length,
      charset: memberText(body, 'charset') ?? 'utf-8',
      base64: memberText(body, 'base64'),
      truncated: memberText(body, 'truncated') === 'true',
    },
    timings: noTimings,
  };
}

const noTimings = {
  blocked: null,
  dns: null,
  connect: null,
  ssl: null,
  send: null,
  wait: null,
  receive: null,
  total: 0,
};
