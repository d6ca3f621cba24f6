import type { SandboxRequest, SandboxResponse } from '../../definition/sandbox-definition.ts';
import { type FormField, formValue, parseForm } from '../../formats/form.ts';
import { headerValue } from '../../model/headers.ts';
import type { Source } from '../../model/source.ts';
import { writeError } from './sandbox-answer.ts';

export const credentials = {
  'luminate.apiKey': 'sandbox-api-key-not-a-real-one',
  'luminate.loginName': 'sandbox-api-user',
  'luminate.loginPassword': 'sandbox-password-not-a-real-one',
};

/** An account that may log in, with the password of the other one, but lacks the permission to refund. */
export const accountWithoutPermission = 'sandbox-api-user-without-permission';

/** Only the sample for code 2 prints a whole message; for the others it is the first sentence of the code list. */
export const messages = {
  '1': 'Unable to process request.',
  '2': 'Incorrect API key. Verify that the value of the parameter api_key matches the value of the SDP CONVIO_API_KEY.',
  '3': 'Authorization failed.',
  '6': 'No method specified or the method specified is invalid.',
  '9': 'One or more required parameters were missing from the request.',
} as const;

/** A servlet reads fields from the query too; a body of another type it does not read. */
export function readFields(request: SandboxRequest): readonly FormField[] {
  const type = headerValue(request.headers, 'content-type') ?? '';
  const isForm = type.toLowerCase().includes('application/x-www-form-urlencoded');
  return [...(isForm ? parseForm(request.body) : []), ...parseForm(request.query)];
}

/** The format of an answer; XML where none is asked for. */
export function formatOf(fields: readonly FormField[]): 'xml' | 'json' {
  return formValue(fields, 'response_format') === 'json' ? 'json' : 'xml';
}

type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly source: Source;
  /** Where it is not the one that errors come with. */
  readonly status?: number;
};

/** An errorResponse as the call wants it. */
export function refuse(
  { code, message, reason, source, status = 403 }: Refusal,
  fields: readonly FormField[],
): SandboxResponse {
  const format = formatOf(fields);
  const body = writeError(code, message, format);
  return respond(suppressesCodes(fields) ? 200 : status, body, format, reason, source);
}

/** The document and the page on HTTP statuses spell the name differently. */
function suppressesCodes(fields: readonly FormField[]): boolean {
  return ['suppress_response_codes', 'suppress_result_codes'].some(
    (name) => formValue(fields, name) === 'true',
  );
}

export function respond(
  status: number,
  body: string,
  format: 'xml' | 'json',
  reason: string,
  source: Source,
): SandboxResponse {
  const contentType = format === 'xml' ? 'text/xml; charset=UTF-8' : 'application/json; charset=UTF-8';
  return { status, contentType, headers: [], body, reason, source };
}
