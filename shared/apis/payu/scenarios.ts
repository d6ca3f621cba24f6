import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxRequest, SandboxResponse, SandboxTools } from '../../definition/sandbox-definition.ts';
import {
  type Arranged,
  type SandboxScenario,
  withBodyText,
  withHeader,
} from '../../definition/sandbox-scenario.ts';
import { ExactNumber, type JsonValue, memberText, parseJson, replaceMember } from '../../formats/json.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import { assumption } from '../../model/source.ts';
import { catalog } from './catalog.ts';
import { json, paymentId } from './sandbox-answers.ts';
import { credentials } from './sandbox-credentials.ts';
import {
  amountsByPayment,
  findPayment,
  fiveMinutes,
  type Payment,
  type Refund,
  type State,
} from './sandbox-ledger.ts';
import { settle } from './sandbox-settling.ts';
import { initiationCodes, refundApiV1, refundStatus, seed, statusCodes } from './sources.ts';

type Scenario = SandboxScenario<State>;
type Asked = { readonly refundId: string; readonly payuId: string; readonly amount: string };

const refundCall = '/partner/refunds';
const statusCall = '/partner/refund/status';
const hashedOfRefund = ['merchant_id', 'refund_id', 'amount'];
const hashedOfStatus = ['merchant_id', 'payu_id'];

/** Ids that no send before has used. */
const freshPayment = { 'payu.payuId': '4{{$timestamp}}{{$randomInt}}' };
const fresh = { ...freshPayment, 'payu.refundId': 'S-{{$randomHex16}}' };

const refund = { template: 'refund', values: fresh, call: refundCall, how: 'by state' } as const;
const status = {
  template: 'refund-status',
  values: freshPayment,
  call: statusCall,
  how: 'by state',
} as const;

/** What the document prints. */
const documented: readonly Scenario[] = [
  { ...refund, id: 'queued', arrange: withAsked(refundable) },
  { ...refund, id: 'already-exists', arrange: withEarlier((asked) => ({ ...asked, status: 'queued' })) },
  {
    ...refund,
    id: 'partner-not-allowed',
    values: { ...fresh, 'payu.resellerId': '1212312213r' },
    arrange: withMember('reseller_id', '"1212312213r"'),
  },
  {
    ...refund,
    id: 'invalid-auth-token',
    values: { ...fresh, 'payu.accessToken': 'no-token-of-the-sandbox' },
    arrange: (request) => ({
      request: {
        ...request,
        headers: withHeader(request.headers, 'Authorization', 'Bearer no-token-of-the-sandbox'),
      },
    }),
  },
  {
    ...refund,
    id: 'invalid-hash',
    edit: (draft) => withBodyText(draft, (text) => text.replace('{{$signature}}', '0'.repeat(128))),
    arrange: withMember('hash', `"${'0'.repeat(128)}"`),
  },
  { ...refund, id: '227', arrange: withEarlier((asked) => ({ ...asked, status: 'success' })) },
  {
    ...refund,
    id: '214',
    arrange: withEarlier((asked) => ({ ...asked, refundId: `${asked.refundId}-1`, status: 'queued' })),
  },
  {
    ...refund,
    id: '105',
    arrange: withAsked((state, asked) =>
      withPayment(state, asked, { refunded: paymentOf(state, asked).amount }),
    ),
  },
  { ...refund, id: 'transaction-not-found', arrange: withMember('payu_id', '1') },
  {
    ...refund,
    id: '106-token',
    arrange: withEarlier((asked) => ({ ...asked, amount: addAmounts(asked.amount, '1'), status: 'queued' })),
  },
  {
    ...refund,
    id: 'cannot-be-processed',
    how: 'forced',
    answer: () =>
      json(400, { status: 'Refund request cannot be processed' }, 'asked for; no state leads there', seed),
  },
  {
    ...refund,
    id: '106-partner',
    arrange: withAsked((state, asked) =>
      withPayment(state, asked, { merchantId: `${credentials['payu.merchantId']}-other` }),
    ),
  },
  {
    ...refund,
    id: 'not-found',
    how: 'forced',
    answer: () => sandboxAnswer(404, 'asked for: as if nothing were served here'),
  },
];

/** Codes of the published list that the checks of the sandbox know. */
const checked: readonly Scenario[] = [
  {
    ...refund,
    id: '111',
    arrange: withAsked((state, asked) => withPayment(state, asked, { state: 'failed' })),
  },
  {
    ...refund,
    id: '238',
    values: { ...fresh, 'payu.payuId': '""' },
    arrange: withMember('payu_id', '""'),
  },
  {
    ...refund,
    id: '255',
    values: { ...fresh, 'payu.refundId': 'longer-than-23-{{$randomHex16}}' },
    arrange: (request, _state, tools) => ({
      request: signed(
        withText(request, 'refund_id', `longer-than-23-${askedOf(request).refundId}`),
        hashedOfRefund,
        tools,
      ),
    }),
  },
];

const statusAnswers: readonly Scenario[] = [
  { ...status, id: 'status-queued', arrange: withSettled('queued') },
  { ...status, id: 'status-success', arrange: withSettled('success') },
  { ...status, id: 'status-failure', arrange: withSettled('failure') },
  {
    ...status,
    id: 'status-not-found',
    arrange: (request, _state, tools) => ({
      request: signed(withText(request, 'payu_id', '1'), hashedOfStatus, tools),
    }),
  },
  {
    id: 'internal-server-error',
    template: 'refund-status',
    values: freshPayment,
    how: 'forced',
    answer: () =>
      json(500, { message: 'PayU Internal Server Error' }, 'asked for; no state leads there', refundStatus),
  },
];

/** Entries of the lists that no call about a refund is answered with. */
const ofFileUploads = new Set(['501', '502']);

/** Every documented answer that can be asked for. */
export const scenarios: readonly Scenario[] = [
  ...documented,
  ...checked,
  ...statusAnswers,
  ...catalog
    .filter(({ id, source }) => source === initiationCodes && !isOf(checked, id) && !ofFileUploads.has(id))
    .map((entry) => forcedCode(entry)),
  ...catalog.filter(({ source }) => source === refundApiV1).map((entry) => forcedCode(entry)),
  ...catalog.filter(({ source }) => source === statusCodes).map((entry) => forcedStatusCode(entry)),
];

function isOf(list: readonly Scenario[], wanted: string): boolean {
  return list.some(({ id }) => id === wanted);
}

/** The shape is that of the refusals and of the success that the document prints. */
function forcedCode(entry: CatalogEntry): Scenario {
  const source = assumption('the text is published; that it comes in this shape and with this status is not');
  return {
    ...refund,
    id: entry.id,
    how: 'forced',
    answer: (request) => {
      const { payuId } = askedOf(request);
      const taken = entry.verdict === 'accepted' || entry.verdict === 'pending';
      const message = entry.message?.replace('{key_name}', 'refund_id') ?? '';
      const isCore = entry.source === initiationCodes && !taken && message !== '';
      const update = entry.id === 'cancel-queued' ? { txn_update_id: '12486538355' } : {};
      const body: JsonValue = {
        status: new ExactNumber(taken ? '1' : '0'),
        msg: isCore ? `Refund FAILURE - ${message}` : message,
        ...update,
        ...(entry.code === null ? {} : { error_code: new ExactNumber(entry.code) }),
        mihpayid: paymentId(payuId),
      };
      return json(taken ? 200 : 400, body, 'asked for; nothing was booked', source);
    },
  };
}

/** The one failing status answer that is published has `errorCode` and `description`. */
function forcedStatusCode({ id, code, message, title }: CatalogEntry): Scenario {
  const source = assumption('the code is published; in which field of the answer it stands is not');
  return {
    ...status,
    id,
    how: 'forced',
    answer: (): SandboxResponse => {
      const body = { errorCode: code, description: message ?? title, category: 'RefundService' };
      return json(200, body, 'asked for; no state leads there', source);
    },
  };
}

type Arrange = (request: SandboxRequest, state: State, tools: SandboxTools) => Arranged<State>;

/** What a request says, as its checks read it. */
function askedOf({ body }: SandboxRequest): Asked {
  const root = parseJson(body);
  const text = (name: string): string => (root.ok ? (memberText(root.value, name) ?? '') : '');
  return { refundId: text('refund_id'), payuId: text('payu_id'), amount: text('amount') };
}

function withMember(name: string, value: string): Arrange {
  return (request) => ({ request: { ...request, body: replaceMember(request.body, name, value) } });
}

function withText(request: SandboxRequest, name: string, text: string): SandboxRequest {
  return { ...request, body: replaceMember(request.body, name, JSON.stringify(text)) };
}

/** The request with the hash that is right for it, so that the check of the hash is passed. */
function signed(
  request: SandboxRequest,
  hashed: readonly string[],
  { crypto }: SandboxTools,
): SandboxRequest {
  const root = parseJson(request.body);
  const pieces = hashed.map((name) => (root.ok ? (memberText(root.value, name) ?? '') : ''));
  return withText(request, 'hash', crypto.sha512([...pieces, credentials['payu.clientSecret']].join('|')));
}

/** Does nothing where what is asked could stand in no ledger; the ordinary checks then answer. */
function withAsked(change: (state: State, asked: Asked, tools: SandboxTools) => State): Arrange {
  return (request, state, tools) => {
    const asked = askedOf(request);
    const isPossible =
      isPayuId(asked.payuId) &&
      /^\d{1,12}(?:\.\d{1,2})?$/.test(asked.amount) &&
      asked.refundId !== '' &&
      asked.refundId.length <= 100;
    return isPossible ? { state: change(state, asked, tools) } : {};
  };
}

function isPayuId(text: string): boolean {
  return /^[1-9]\d{0,29}$/.test(text);
}

/** A payment that could be refunded by what is asked, whatever became of it before. */
function paymentOf(state: State, { payuId, amount }: Asked): Payment {
  const merchantId = credentials['payu.merchantId'];
  const known = findPayment(state, payuId);
  // A ledger from a file may have refunds of a payment that does not stand in it.
  const promised = amountsByPayment(state.refunds, ['queued', 'success']).get(payuId) ?? '0';
  const refunded = known?.refunded ?? promised;
  const paid = known?.amount ?? '1000.00';
  const least = addAmounts(refunded, amount);
  const isCancellation = known?.state === 'auth' && compareAmounts(least, paid) === 0;
  return {
    merchantId,
    state: isCancellation ? 'auth' : 'captured',
    amount: compareAmounts(least, paid) <= 0 ? paid : least,
    refunded,
  };
}

function withPayment(state: State, asked: Asked, change: Partial<Payment>): State {
  const payment = { ...paymentOf(state, asked), ...change };
  return { ...state, payments: { ...state.payments, [asked.payuId]: payment } };
}

/** The payment is there with enough left of it, and its earlier refunds were five minutes before. */
function refundable(state: State, asked: Asked): State {
  const refunds = state.refunds.map((other) =>
    other.payuId === asked.payuId && other.at !== null ? { ...other, at: other.at - fiveMinutes } : other,
  );
  return { ...withPayment(state, asked, {}), refunds };
}

type Earlier = Asked & { readonly status: Refund['status'] };

/** A refund that was taken a minute before this one. */
function withEarlier(make: (asked: Asked) => Earlier): Arrange {
  return withAsked((state, asked, tools) => addRefund(state, make(asked), tools));
}

/** It stands first, so that it is the one that is found; what failed has given its amount back. */
function addRefund(state: State, { status: settled, ...asked }: Earlier, { clock }: SandboxTools): State {
  const { refunded } = paymentOf(state, asked);
  const taken: Refund = {
    ...asked,
    requestId: state.nextRequestId,
    action: 'refund',
    status: settled,
    at: clock.now() - 60_000,
  };
  const change = settled === 'failure' ? {} : { refunded: addAmounts(refunded, asked.amount) };
  return {
    ...withPayment(state, asked, change),
    refunds: [taken, ...state.refunds],
    nextRequestId: addAmounts(state.nextRequestId, '1'),
  };
}

/** The first refund of the payment that is asked about has come to this state, or there is one before it that has. */
function withSettled(settled: Refund['status']): Arrange {
  return (request, state, tools) => {
    const { payuId } = askedOf(request);
    if (!isPayuId(payuId)) return {};
    const first = state.refunds.find((other) => other.payuId === payuId);
    const isOwn = findPayment(state, payuId)?.merchantId === credentials['payu.merchantId'];
    if (isOwn && first?.status === settled) return {};
    const ended =
      isOwn && first?.status === 'queued' && settled !== 'queued'
        ? settle(state, first.requestId, settled)
        : null;
    const one = { refundId: `S-${state.nextRequestId}`, payuId, amount: '500.00', status: settled };
    return { state: ended ?? addRefund(state, one, tools) };
  };
}
