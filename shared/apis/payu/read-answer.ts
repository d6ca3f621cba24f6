import type { Answer, Reading } from '../../definition/answer.ts';
import { jsonMember, memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Verdict } from '../../model/verdict.ts';
import { listedRefunds } from './listed-refunds.ts';

/**
 * PayU answers from several layers, told apart by the keys: only `message` is the partner layer, a `status` that is a
 * sentence is a general failure, `error_code` 102 is "queued", everything else is decided by the documented codes.
 */
export function readAnswer({ body }: Answer): Reading {
  if (body.kind !== 'json' || body.root.kind !== 'object') return { verdict: 'unknown', findings: [] };
  const root = body.root;
  const status = memberText(root, 'status');
  const message = memberText(root, 'msg') ?? memberText(root, 'message');
  const code = memberText(root, 'error_code') ?? memberText(root, 'errorCode');
  if (status !== null && status !== '0' && status !== '1') {
    return { verdict: 'unknown', catalogDecides: true, findings: [{ code, message: status }] };
  }
  if (message !== null || code !== null) {
    const verdict: Verdict = status === '0' ? 'refused' : 'unknown';
    return { verdict, catalogDecides: true, findings: [{ code, message }], identifiers: identifiersOf(root) };
  }
  const description = memberText(root, 'description');
  if (description !== null) return { verdict: 'refused', findings: [{ code, message: description }] };
  return readRefundStatus(root);
}

function readRefundStatus(root: JsonNode): Reading {
  const refunds = listedRefunds(root);
  if (refunds.length === 0) return { verdict: 'unknown', findings: [] };
  const states = refunds.map(({ status }) => status.toLowerCase());
  const worst = ['failure', 'queued', 'success'].find((state) => states.includes(state));
  const verdicts: Readonly<Record<string, Verdict>> = {
    failure: 'refused',
    queued: 'pending',
    success: 'accepted',
  };
  return {
    verdict: worst === undefined ? 'unknown' : (verdicts[worst] ?? 'unknown'),
    findings: states.map((state) => ({ code: null, message: `refund ${state}` })),
    identifiers: refunds.map(({ requestId, amount, status }) => [
      'request_id',
      `${requestId} (${amount ?? 'no amount'} INR, ${status})`,
    ]),
  };
}

function identifiersOf(root: JsonNode): readonly (readonly [string, string])[] {
  return ['request_id', 'txn_update_id', 'mihpayid', 'bank_ref_num'].flatMap((name) => {
    const text = jsonMember(root, name)?.kind === 'null' ? null : memberText(root, name);
    return text === null || text === '' ? [] : [[name, text] as const];
  });
}
