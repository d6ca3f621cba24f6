import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { ExactNumber, type JsonValue, writeJson } from '../../formats/json.ts';
import type { Source } from '../../model/source.ts';

/** A refusal of the refund core. */
export function failure(
  code: string,
  message: string,
  payuId: string,
  reason: string,
  source: Source,
): SandboxResponse {
  const body = {
    status: new ExactNumber('0'),
    msg: message,
    error_code: new ExactNumber(code),
    mihpayid: paymentId(payuId),
  };
  return json(400, body, reason, source);
}

/** A payment id as the samples print it: a bare number. What is none stays a text, so that the answer stays JSON. */
export function paymentId(payuId: string): JsonValue {
  return /^(?:0|[1-9]\d*)$/.test(payuId) ? new ExactNumber(payuId) : payuId;
}

export function json(status: number, body: JsonValue, reason: string, source: Source): SandboxResponse {
  return { status, contentType: 'application/json', headers: [], body: writeJson(body), reason, source };
}
