import type { Answer, Finding, Reading } from '../../definition/answer.ts';
import { jsonItems, jsonMember, jsonText, memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';

/**
 * `success` decides. A 1 counts only together with txn_status 1, no error code and no failing HTTP status, because
 * other values of txn_status are not published; a 0 is a refusal under any HTTP status. The answer to the login, which
 * people paste too, is known by its access_token.
 */
export function readAnswer({ body, status }: Answer): Reading {
  if (body.kind !== 'json') return { verdict: 'unknown', findings: [] };
  const data = jsonMember(body.root, 'data');
  const errors = errorCodes(body.root);
  switch (memberText(body.root, 'success')) {
    case '1':
      return readSuccess(data, errors, status);
    case '0':
      return readRefusal(data, errors, status);
    default:
      return memberText(data, 'access_token') === null
        ? { verdict: 'unknown', findings: [] }
        : { verdict: 'unknown', findings: [{ code: null, message: 'access_token' }] };
  }
}

function readSuccess(data: JsonNode | null, errors: readonly string[], status: number | null): Reading {
  const transaction = jsonMember(data, 'transaction');
  const state = memberText(transaction, 'txn_status');
  const identifiers = identifiersOf(transaction);
  const doubt = doubtOf(state, errors, status);
  if (doubt !== null) return { verdict: 'unknown', findings: [], summary: doubt, identifiers };
  return {
    verdict: 'accepted',
    findings: [{ code: null, message: memberText(data, 'message') }],
    identifiers,
  };
}

/** What speaks against a success, in words; `null` where nothing does. */
function doubtOf(state: string | null, errors: readonly string[], status: number | null): string | null {
  if (status !== null && (status < 200 || status > 299)) return `success 1 with HTTP status ${status}`;
  if (errors.length > 0) return `success 1 with error code ${errors.join(', ')}`;
  if (state === null) return 'success 1 without a txn_status';
  return state === '1' ? null : `success 1 with txn_status ${state}, whose meaning is not published`;
}

function readRefusal(data: JsonNode | null, errors: readonly string[], status: number | null): Reading {
  const message = memberText(data, 'message');
  const notes = [
    ...errors.filter((code) => code !== '1').map((code) => `Error code ${code} is not published.`),
    ...(status !== null && status >= 200 && status <= 299
      ? [`It is a refusal although the HTTP status is ${status}.`]
      : []),
  ];
  // The body is the same for every failure, so with 401 and 403 the status says more than it does.
  if (status === 401 || status === 403) return { verdict: 'refused', findings: [], notes };
  const codes: readonly (string | null)[] = errors.length === 0 ? [null] : errors;
  const findings: readonly Finding[] = codes.map((code) => ({ code, message }));
  return { verdict: 'refused', findings, notes };
}

function errorCodes(root: JsonNode): readonly string[] {
  return jsonItems(jsonMember(root, 'error')).flatMap((item) => jsonText(item) ?? []);
}

function identifiersOf(transaction: JsonNode | null): readonly (readonly [string, string])[] {
  return ['txn_id', 'txn_number'].flatMap((name) => {
    const text = memberText(transaction, name);
    return text === null || text === '' ? [] : [[name, text] as const];
  });
}
