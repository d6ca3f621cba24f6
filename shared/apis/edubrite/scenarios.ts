import * as v from 'valibot';

import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxRequest, SandboxResponse, SandboxTools } from '../../definition/sandbox-definition.ts';
import { type Arranged, type SandboxScenario, withHeader } from '../../definition/sandbox-scenario.ts';
import { idText } from '../../definition/sandbox-schema-parts.ts';
import { formValue, parseForm, writeForm } from '../../formats/form.ts';
import { assumption } from '../../model/source.ts';
import { failure } from './sandbox-answers.ts';
import { findInvoice, type Invoice, type State, withCoupon, withInvoice } from './sandbox-ledger.ts';
import { findSession, sealResponse } from './sandbox-sessions.ts';
import { codeList, couponPage } from './sources.ts';

type Scenario = SandboxScenario<State>;

const refund = {
  template: 'refund',
  /** An invoice that no send before has named. */
  values: { 'edubrite.invoiceId': '{{$uuid}}' },
  call: '/oltpublish/site/paymentTxnService.do',
  how: 'by state',
} as const;

const stranger = 'learner';

/** What the document prints. */
const documented: readonly Scenario[] = [
  { ...refund, id: 'success', arrange: arrangeInvoice('ACTIVE') },
  {
    ...refund,
    id: '0005',
    values: { ...refund.values, 'edubrite.adminUser': stranger },
    arrange: actAsStranger,
  },
  {
    ...refund,
    id: '0004',
    arrange: (request) => ({ request: withField(request, 'id', noInvoice(request)) }),
  },
  { ...refund, id: '0231-refunded', arrange: arrangeInvoice('REFUNDED') },
  forced('0231', {
    status: 403,
    code: '0231',
    text: (id) => `Not refundable Invoice ${id}, status = PENDING`,
    source: assumption('the text is documented; of the states only REFUNDED is'),
  }),
];

const wording = assumption('the code is published, its wording and HTTP status are not');

/** Codes and statuses of the other pages of EduBrite. */
const general: readonly Scenario[] = [
  { ...refund, id: '0231-temporary', arrange: arrangeInvoice('TEMPORARY') },
  { ...refund, id: '0174', arrange: endSession },
  forced('0026', { status: 403, code: '0026', text: () => 'GENERIC_ERROR', source: wording }),
  forced('0210', { status: 403, code: '0210', text: () => 'Unsupported operation.', source: wording }),
  forced('0220', { status: 403, code: '0220', text: () => 'Invalid path.', source: wording }),
  forcedStatus('status-401', 401),
  forcedStatus('status-403', 403),
  forcedStatus('status-404', 404),
  {
    ...refund,
    id: '0154',
    call: '/oltpublish/site/connect.do',
    login: true,
    arrange: (request) => ({ request: withField(request, 'password', 'no-password-of-the-sandbox') }),
  },
  forced('0026-invalid-auth-code', {
    status: 403,
    code: '0026',
    text: () => 'Invalid auth code',
    source: couponPage,
  }),
  forced('0004-other', { status: 404, code: '0004', text: () => 'Coupon not found.', source: wording }),
];

/** Every documented answer that can be asked for. */
export const scenarios: readonly Scenario[] = [...documented, ...general];

type Refusal = Pick<Parameters<typeof failure>[0], 'status' | 'code' | 'source'> & {
  readonly text: (invoiceId: string) => string;
};

function forced(id: string, { text, ...refusal }: Refusal): Scenario {
  const reason = 'asked for; no state leads there';
  const answer = (request: SandboxRequest, state: State, tools: SandboxTools): SandboxResponse =>
    sealed(failure({ ...refusal, text: text(invoiceOf(request)), reason }), request, state, tools);
  return { ...refund, id, how: 'forced', answer };
}

/** A status that is listed without a body. */
function forcedStatus(id: string, status: number): Scenario {
  const answer = (request: SandboxRequest, state: State, tools: SandboxTools): SandboxResponse => {
    const reason = `asked for: as if EduBrite had answered with ${status} alone`;
    return sealed(sandboxAnswer(status, reason, codeList), request, state, tools);
  };
  return { ...refund, id, how: 'forced', answer };
}

/** A session with encryption reads nothing else. */
function sealed(
  response: SandboxResponse,
  request: SandboxRequest,
  state: State,
  tools: SandboxTools,
): SandboxResponse {
  const session = findSession(request, state);
  return session === null ? response : sealResponse(response, session, tools);
}

function invoiceOf({ body }: SandboxRequest): string {
  return formValue(parseForm(body), 'id') ?? '';
}

/** Its last sign is changed, so that it looks like the id that was asked for. */
function noInvoice(request: SandboxRequest): string {
  return `${invoiceOf(request).slice(0, -1)}x`;
}

function withField(request: SandboxRequest, name: string, value: string): SandboxRequest {
  const fields = parseForm(request.body);
  if (formValue(fields, name) === null) return request;
  const changed = fields.map((field) => (field.name === name ? { name, value } : field));
  return { ...request, body: writeForm(changed) };
}

/** The invoice that a request names is in this state; for one to be refunded, somebody has bought it anew. */
function arrangeInvoice(
  invoiceState: Invoice['state'],
): (request: SandboxRequest, state: State) => Arranged<State> {
  return (request, state) => {
    const id = invoiceOf(request);
    if (!v.is(idText, id)) return {};
    const invoice: Invoice = { ...(findInvoice(state, id) ?? { id, coupon: null }), state: invoiceState };
    const couponState = invoiceState === 'REFUNDED' ? 'REFUNDED' : 'ACTIVE';
    return { state: withCoupon(withInvoice(state, invoice), invoice, couponState) };
  };
}

/** In a session with encryption the acting user is sealed; there it is the draft that names the stranger. */
function actAsStranger(request: SandboxRequest, state: State): Arranged<State> {
  if (findSession(request, state)?.keys !== null) return {};
  return { request: { ...request, headers: withHeader(request.headers, 'REAL_UNAME', stranger) } };
}

/** The session of the request is over. */
function endSession(request: SandboxRequest, state: State): Arranged<State> {
  const ended = findSession(request, state);
  return { state: { ...state, sessions: state.sessions.filter((session) => session !== ended) } };
}
