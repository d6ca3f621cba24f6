import type { HeaderList } from '../model/headers.ts';
import type { Outcome, ResponseBody, Timings } from '../model/outcome.ts';
import type { JsonNode } from '../model/parsed-body.ts';
import type { PastedCall, PastedCalls } from '../model/pasted.ts';
import type { RequestParts } from '../model/request-parts.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { writeForm } from './form.ts';
import { jsonMember, memberText, parseJson } from './json.ts';

/** Longest file that is read, in UTF-16 units. */
const maxLength = 64_000_000;
const maxEntries = 10_000;

/** Whether a text starts like a HAR file, complete or not. */
export function looksLikeHar(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"log"\s*:\s*\{/.test(text) && /"entries"\s*:/.test(text);
}

/**
 * Reads an HTTP archive (HAR 1.2). Nothing in it is believed that can be checked: where it contradicts itself, the call
 * says so. What is not a call is left out and told. Fails with a sentence where there is nothing to read.
 */
export function readHar(text: string): Result<PastedCalls, string> {
  if (text.length > maxLength)
    return fail('The HAR file is longer than 64 MB; export only the calls that matter.');
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const { line, column, message } = parsed.error;
    return fail(`The HAR file is not JSON: line ${line}, column ${column}: ${message}.`);
  }
  const log = jsonMember(parsed.value, 'log');
  const entries = jsonMember(log, 'entries');
  if (entries?.kind !== 'array')
    return fail('The file calls itself a HAR file and holds no list of entries.');
  if (entries.items.length > maxEntries)
    return fail(`The HAR file holds ${entries.items.length} calls; at most ${maxEntries} are read.`);
  const calls = entries.items.map((entry) => readEntry(entry));
  const broken = calls.filter((call) => call === null).length;
  return ok({
    calls: calls.filter((call) => call !== null),
    remarks: [
      ...versionRemarks(memberText(log, 'version')),
      ...(calls.length === 0 ? ['The HAR file holds no call.'] : []),
      ...(broken === 0
        ? []
        : [`${broken} of ${calls.length} entries name no method and address and were left out.`]),
    ],
  });
}

function versionRemarks(version: string | null): readonly string[] {
  if (version === '1.1' || version === '1.2') return [];
  return [
    version === null
      ? 'The HAR file names no version; it was read as 1.2.'
      : `The HAR file is of version ${version}; it was read as 1.2.`,
  ];
}

function readEntry(entry: JsonNode): PastedCall | null {
  const remarks: string[] = [];
  const request = readRequest(jsonMember(entry, 'request'), remarks);
  if (request === null) return null;
  return {
    request,
    outcome: readResponse(entry, remarks),
    startedAt: memberText(entry, 'startedDateTime'),
    remarks,
  };
}

function readRequest(node: JsonNode | null, remarks: string[]): RequestParts | null {
  const method = memberText(node, 'method')?.toUpperCase() ?? '';
  const url = memberText(node, 'url') ?? '';
  if (!/^[A-Z]{3,10}$/.test(method) || url === '') return null;
  return {
    method,
    url,
    headers: readPairs(jsonMember(node, 'headers'), remarks),
    body: readPostData(node, remarks),
  };
}

/** Header lines; HTTP/2's `:method` and the like are no headers. */
function readPairs(node: JsonNode | null, remarks: string[]): HeaderList {
  if (node?.kind !== 'array') {
    remarks.push('The headers are missing in the HAR file.');
    return [];
  }
  return node.items.flatMap((item) => {
    const name = memberText(item, 'name');
    const value = memberText(item, 'value');
    return name === null || value === null || name.startsWith(':') ? [] : [[name, value] as const];
  });
}

function readPostData(node: JsonNode | null, remarks: string[]): string | null {
  const postData = jsonMember(node, 'postData');
  const text = memberText(postData, 'text');
  if (text !== null) return text;
  const params = jsonMember(postData, 'params');
  if (params?.kind === 'array' && params.items.length > 0) {
    if (!/form-urlencoded/i.test(memberText(postData, 'mimeType') ?? '')) {
      remarks.push(
        'The HAR file holds the fields of the body and not its text, so the body is missing here.',
      );
      return null;
    }
    remarks.push('The HAR file holds the fields of the form and not its text; the form was written anew.');
    return writeForm(
      params.items.map((item) => ({
        name: memberText(item, 'name') ?? '',
        value: memberText(item, 'value') ?? '',
      })),
    );
  }
  const size = memberText(node, 'bodySize');
  if (size !== null && /^[1-9]\d*$/.test(size))
    remarks.push(`The request had a body of ${size} bytes, which the HAR file does not hold.`);
  return null;
}

function readResponse(entry: JsonNode, remarks: string[]): Outcome | null {
  const response = jsonMember(entry, 'response');
  const status = memberText(response, 'status') ?? '';
  if (!/^[1-5]\d\d$/.test(status)) {
    const error = memberText(response, '_error') ?? memberText(entry, '_error');
    remarks.push(`The HAR file holds no answer to this call${error === null ? '' : ` (${error})`}.`);
    return null;
  }
  const body = readContent(jsonMember(response, 'content'), remarks);
  if (body === null) return null;
  return {
    kind: 'response',
    status: Number(status),
    statusText: memberText(response, 'statusText') ?? '',
    headers: readPairs(jsonMember(response, 'headers'), remarks),
    body,
    timings: readTimings(entry),
  };
}

function readContent(content: JsonNode | null, remarks: string[]): ResponseBody | null {
  const text = memberText(content, 'text');
  const size = memberText(content, 'size');
  if (text === null) {
    if (size === null || !/^[1-9]\d*$/.test(size)) return bodyOf('');
    remarks.push(
      `The answer had ${size} bytes, which the HAR file does not hold, so it cannot be explained.`,
    );
    return null;
  }
  const encoding = memberText(content, 'encoding');
  const body = encoding === null || encoding === '' ? bodyOf(text) : decodeContent(text, encoding, remarks);
  if (body !== null && size !== null && /^\d+$/.test(size) && size !== String(body.bytes))
    remarks.push(`The HAR file says that the answer has ${size} bytes; it holds ${body.bytes}.`);
  return body;
}

function decodeContent(text: string, encoding: string, remarks: string[]): ResponseBody | null {
  if (encoding.toLowerCase() !== 'base64') {
    remarks.push(
      `The answer is encoded as ${JSON.stringify(encoding)}, which HAR does not know; it was left out.`,
    );
    return null;
  }
  const bytes = fromBase64(text);
  if (bytes === null) {
    remarks.push('The answer calls itself base64 and is not; it was left out.');
    return null;
  }
  try {
    return bodyOf(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    const read = new TextDecoder('windows-1252').decode(bytes);
    return { ...bodyOf(read), bytes: bytes.length, charset: 'windows-1252', base64: text };
  }
}

function bodyOf(text: string): ResponseBody {
  const bytes = new TextEncoder().encode(text).length;
  return { text, bytes, charset: 'utf-8', base64: null, truncated: false };
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** HAR writes -1 for a phase that did not happen. */
function readTimings(entry: JsonNode): Timings {
  const timings = jsonMember(entry, 'timings');
  const phase = (name: string): number | null => milliseconds(memberText(timings, name));
  return {
    blocked: phase('blocked'),
    dns: phase('dns'),
    connect: phase('connect'),
    ssl: phase('ssl'),
    send: phase('send'),
    wait: phase('wait'),
    receive: phase('receive'),
    total: milliseconds(memberText(entry, 'time')) ?? 0,
  };
}

function milliseconds(text: string | null): number | null {
  return text !== null && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
