import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { ExactNumber, type JsonValue, writeJson } from '../../formats/json.ts';
import { assumption, type Source } from '../../model/source.ts';
import { seed } from './sources.ts';

/** Laravel validates before it looks anything up; which comes first here, 417 or 404, was not observed. */
export const order = assumption('the document lists the answers, not their order', 'likely');

export const inventedSentences = assumption('the message is documented, the sentences in errors are not');

/** The two ends of an answer: `is_data` and `data`, or `is_error` and `errors`. */
type Envelope = Readonly<Record<string, JsonValue>>;

export function data(isData: boolean, value: JsonValue): Envelope {
  return { is_data: isData, data: value };
}

export function errors(isError: boolean, value: JsonValue): Envelope {
  return { is_error: isError, errors: value };
}

export function success(status: number, message: string, reason: string, source: Source): SandboxResponse {
  return envelope(status, { status_message: 'OK', message }, data(false, null), reason, source);
}

export function conflict(message: string, rest: Envelope, reason: string, source: Source): SandboxResponse {
  return envelope(400, { status_message: 'Conflict of Business Logic', message }, rest, reason, source);
}

export function invalid(sentences: readonly string[], source: Source = order): SandboxResponse {
  const body = { status_message: 'Client Error', message: 'payloadValidationErrors' };
  return envelope(417, body, errors(true, sentences), sentences.join(' '), source);
}

export function orderNotFound(reason = 'no such order', source: Source = seed): SandboxResponse {
  const body = { status_message: 'Not Found', message: 'orderNotFound' };
  return envelope(404, body, errors(false, null), reason, source);
}

export function statusNotFound(reason: string, source: Source): SandboxResponse {
  const body = { status_message: 'Not Found', message: 'Order Not Found' };
  return envelope(404, body, data(false, null), reason, source);
}

export function failed(reason: string): SandboxResponse {
  const body = { status_message: 'Execution Exception Occurred', message: 'somethingWentWrong' };
  return envelope(510, body, errors(true, ['The terminal does not answer.']), reason, inventedSentences);
}

export function envelope(
  status: number,
  words: { readonly status_message: string; readonly message: string },
  rest: Envelope,
  reason: string,
  source: Source,
): SandboxResponse {
  return json(status, { status_code: new ExactNumber(String(status)), ...words, ...rest }, reason, source);
}

export function unauthenticated(reason: string): SandboxResponse {
  const source = assumption('only the status 401 is documented; the body is what Laravel answers by itself');
  return json(401, { message: 'Unauthenticated.' }, reason, source);
}

function json(status: number, body: JsonValue, reason: string, source: Source): SandboxResponse {
  return { status, contentType: 'application/json', headers: [], body: writeJson(body), reason, source };
}
