import type { Answer, Reading } from '../../definition/answer.ts';
import { jsonMember, memberText } from '../../formats/json.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import type { Verdict } from '../../model/verdict.ts';
import { contradictsMessage, hasFailed, type OrderState, readOrderState } from './order-state.ts';

type Envelope = 'success' | 'error' | 'both' | 'none';

/** The envelope that the document prints for a message. Recorded answers show that it is not kept to. */
const documentedEnvelopes: ReadonlyMap<string, Envelope> = new Map([
  ['terminalOrderRefundRequestSuccessfully', 'success'],
  ['terminalOrderReversalSuccessfully', 'success'],
  ['orderNotFound', 'error'],
  ['payloadValidationErrors', 'error'],
  ['requestProductIdNotAvailable', 'success'],
  ['orderProductsNotFound', 'error'],
  ['refundRejectionForProductAmountExceed', 'error'],
  ['somethingWentWrong', 'error'],
]);

const envelopeNames: Readonly<Record<Envelope, string>> = {
  success: 'the success envelope (is_data, data)',
  error: 'the error envelope (is_error, errors)',
  both: 'both envelopes',
  none: 'neither envelope',
};

/**
 * `status_code` and `message` decide; everything else is optional, because both envelopes occur with every message.
 * A status call is read by its refund_status or order_status.
 */
export function readAnswer({ body, status, operation }: Answer): Reading {
  if (body.kind !== 'json') return { verdict: 'unknown', findings: [] };
  const root = body.root;
  const code = memberText(root, 'status_code');
  const message = memberText(root, 'message');
  if (code === null && message === null) return { verdict: 'unknown', findings: [] };
  const httpStatus = status === null ? null : String(status);
  const notes = [
    ...errorTexts(jsonMember(root, 'errors')).map((text) => `Front Payment says: ${text}`),
    ...statusNotes(code, httpStatus),
    ...envelopeNotes(root, message),
  ];
  const failed = hasFailed(root, status);
  if (failed && /successfully$/i.test(message ?? '')) {
    notes.push('The message speaks of success, a status beside it does not; together they prove nothing.');
    return {
      verdict: 'unknown',
      findings: [],
      summary: `${message ?? ''}, but with a failing status`,
      notes,
    };
  }
  const state = failed ? null : readOrderState(root, message, operation);
  if (state !== null) return readStatusCall(state, message, notes);
  // An undocumented message under a 4xx of the body itself is still a no; anything else proves nothing.
  const verdict: Verdict = code?.startsWith('4') === true ? 'refused' : 'unknown';
  const findings = message === null ? [] : [{ code: null, message }];
  return { verdict, catalogDecides: true, findings, notes };
}

function readStatusCall(state: OrderState, message: string | null, notes: readonly string[]): Reading {
  if (contradictsMessage(state, message)) {
    const contradiction = `refund_status is ${state.text}, but the message is ${message ?? ''}; together they prove nothing.`;
    return {
      verdict: 'unknown',
      findings: [],
      summary: 'status and message contradict each other',
      notes: [...notes, contradiction],
    };
  }
  return {
    verdict: state.of === 'refund' ? 'pending' : 'unknown',
    catalogDecides: true,
    findings: [{ code: state.text, message: null }],
    notes,
  };
}

/** The sentences in `errors`: an array as recorded; a text, or an object of arrays, where a framework writes them. */
function errorTexts(node: JsonNode | null): readonly string[] {
  if (node === null) return [];
  switch (node.kind) {
    case 'array':
      return node.items.flatMap((item) => errorTexts(item));
    case 'object':
      return node.members.flatMap(({ value }) => errorTexts(value));
    case 'string':
      return [node.text];
    case 'number':
    case 'boolean':
    case 'null':
      return [];
  }
}

function statusNotes(code: string | null, httpStatus: string | null): readonly string[] {
  if (code === null || httpStatus === null || code === httpStatus) return [];
  return [`The body says status_code ${code}, the HTTP status is ${httpStatus}.`];
}

function envelopeNotes(root: JsonNode, message: string | null): readonly string[] {
  const documented = documentedEnvelopes.get(message ?? '');
  const got = envelopeOf(root);
  if (documented === undefined || got === documented) return [];
  return [
    `The answer has ${envelopeNames[got]}; the document shows ${envelopeNames[documented]} for ${message ?? ''}. Both occur, so this alone means nothing.`,
  ];
}

function envelopeOf(root: JsonNode): Envelope {
  const has = (name: string): boolean => jsonMember(root, name) !== null;
  const success = has('is_data') || has('data');
  const error = has('is_error') || has('errors');
  if (success && error) return 'both';
  return success ? 'success' : error ? 'error' : 'none';
}
