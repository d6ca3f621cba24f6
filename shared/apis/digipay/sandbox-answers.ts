import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { ExactNumber, type JsonValue, writeJson } from '../../formats/json.ts';
import { assumption, type Source } from '../../model/source.ts';

/** There is one documented answer to every failure; what is checked, and in which order, is our choice. */
export const rejection = assumption(
  'one body is documented for every failure; which checks there are is not',
);

/** The one documented failure, mended as the errata say. */
export function reject(reason: string, status = 400): SandboxResponse {
  const body = {
    success: new ExactNumber('0'),
    error: [new ExactNumber('1')],
    data: { message: 'BAD_REQUEST' },
  };
  return json(status, body, reason, rejection);
}

export function json(status: number, body: JsonValue, reason: string, source: Source): SandboxResponse {
  return { status, contentType: 'application/json', headers: [], body: writeJson(body), reason, source };
}
