import * as v from 'valibot';

import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { ExactNumber, type JsonValue, memberText, parseJson } from '../../formats/json.ts';
import {
  addAmounts,
  compareAmounts,
  decimalPlaces,
  parseAmount,
  subtractAmounts,
} from '../../model/amount.ts';
import { headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { assumption } from '../../model/source.ts';
import { failure, json, notHere, paymentId } from './sandbox-answers.ts';
import {
  credentials,
  findPayment,
  fiveMinutes,
  type Payment,
  type Refund,
  seedState,
  series,
  type State,
  transactions,
} from './sandbox-ledger.ts';
import { scenarios } from './scenarios.ts';
import { seed } from './sources.ts';

/** The order of the checks after the headers, and which duplicate answer comes when, are not documented. */
const order = assumption('the document lists the answers, not their order');

export const sandbox = defineSandbox<State>({
  basePath: '/apilayer',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: () => false,
  schema: v.any(),
  describe: () => [],
  seed: seedState,
  handle: (request, state, tools) => {
    if (request.method !== 'POST') return { state, response: notHere(405, 'the call is a POST') };
    if (request.path === '/partner/refunds') return handleRefund(request, state, tools);
    if (request.path === '/partner/refund/status')
      return { state, response: handleStatus(request, state, tools) };
    return { state, response: notHere(404, `nothing is served at ${request.path}`) };
  },
});

type Handled = { readonly response: SandboxResponse; readonly state: State };

function handleRefund(request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const read = readFields(request, ['merchant_id', 'refund_id', 'amount'], tools);
  if (!('fields' in read)) return { state, response: read };
  const { fields } = read;
  const missing = ['refund_id', 'payu_id', 'amount', 'merchant_id'].find(
    (name) => fields[name] === undefined,
  );
  if (missing !== undefined) {
    const message = `Refund FAILURE - Validation Failure for ${missing}. Mandatory Field.`;
    return { state, response: failure('238', message, '', `${missing} is missing`, order) };
  }
  const {
    refund_id: refundId = '',
    payu_id: payuId = '',
    amount = '',
    merchant_id: merchantId = '',
  } = fields;
  if ([...refundId].length > 23) {
    const message = 'Refund FAILURE - Token Length Exceeded for Refund';
    return {
      state,
      response: failure('255', message, payuId, 'refund_id has more than 23 characters', order),
    };
  }
  const payment = findPayment(state, payuId);
  if (payment === undefined) {
    const body = { status: new ExactNumber('0'), msg: 'transaction does not exists', mihpayid: '' };
    return { state, response: json(400, body, `no payment ${payuId}`, seed) };
  }
  const refusal =
    refuseOwner(payment, merchantId, payuId) ??
    refuseState(payment, payuId) ??
    refuseDuplicate(state, { refundId, payuId, amount }, tools) ??
    refuseAmount(payment, amount, payuId);
  if (refusal !== null) return { state, response: refusal };
  return accept(state, payment, { refundId, payuId, amount }, tools);
}

function refuseOwner(payment: Payment, merchantId: string, payuId: string): SandboxResponse | null {
  if (payment.merchantId === merchantId) return null;
  return failure('106', 'Invalid partner.', payuId, `payment ${payuId} belongs to another merchant`, order);
}

function refuseState(payment: Payment, payuId: string): SandboxResponse | null {
  if (payment.state === 'auth' || payment.state === 'captured') return null;
  return failure(
    '111',
    'Refund FAILURE - Invalid transaction status',
    payuId,
    `the payment is ${payment.state}`,
    order,
  );
}

type Asked = { readonly refundId: string; readonly payuId: string; readonly amount: string };

function refuseDuplicate(
  state: State,
  { refundId, payuId, amount }: Asked,
  tools: SandboxTools,
): SandboxResponse | null {
  const sameId = state.refunds.find((refund) => refund.refundId === refundId);
  const same = sameId !== undefined && sameAmount(sameId.amount, amount) && sameId.payuId === payuId;
  if (same && sameId.status === 'queued') {
    return json(
      200,
      { message: `refund request already exists for ${refundId}` },
      'the same refund is queued',
      order,
    );
  }
  if (sameId !== undefined && sameAmount(sameId.amount, amount)) {
    const message = 'Refund FAILURE - Transactions with same amount and same token not allowed';
    return failure('227', message, payuId, 'refund_id and amount were used together', order);
  }
  if (sameId !== undefined) {
    return failure('106', 'Refund FAILURE - Token already exists.', payuId, 'the refund_id was used', order);
  }
  const now = tools.clock.now();
  const recent = state.refunds.find(
    (refund) =>
      refund.payuId === payuId && sameAmount(refund.amount, amount) && now - refund.at < fiveMinutes,
  );
  if (recent === undefined) return null;
  const message =
    'Refund FAILURE - Two refunds of same amount for same transaction within 5 minutes are not allowed';
  const seconds = Math.round((now - recent.at) / 1000);
  return failure('214', message, payuId, `${recent.refundId} took the same amount ${seconds} s ago`, seed);
}

function refuseAmount(payment: Payment, amount: string, payuId: string): SandboxResponse | null {
  const refuse = (reason: string): SandboxResponse =>
    failure('105', 'Refund FAILURE - Invalid amount', payuId, reason, seed);
  if (!parseAmount(amount).ok || compareAmounts(amount, '0') <= 0)
    return refuse('the amount is not above zero');
  if (decimalPlaces(amount) > 2) return refuse('the amount has more than two decimals');
  const left = subtractAmounts(payment.amount, payment.refunded);
  if (compareAmounts(amount, left) > 0) return refuse(`only ${left} is left of the payment`);
  if (payment.state === 'auth' && compareAmounts(amount, payment.amount) !== 0) {
    return refuse('an authorised payment can only be cancelled in full');
  }
  return null;
}

function accept(
  state: State,
  payment: Payment,
  { refundId, payuId, amount }: Asked,
  tools: SandboxTools,
): Handled {
  const action = payment.state === 'auth' ? 'cancel' : 'refund';
  const requestId = state.nextRequestId;
  const refund: Refund = {
    refundId,
    payuId,
    amount,
    requestId,
    action,
    status: 'queued',
    at: tools.clock.now(),
  };
  const changed: Payment = { ...payment, refunded: addAmounts(payment.refunded, amount) };
  const body = {
    status: new ExactNumber('1'),
    msg: 'Refund Request Queued',
    request_id: requestId,
    bank_ref_num: null,
    mihpayid: paymentId(payuId),
    error_code: new ExactNumber('102'),
  };
  return {
    response: json(200, body, `${action} of ${amount} INR queued`, seed),
    state: {
      payments: { ...state.payments, [payuId]: changed },
      refunds: [...state.refunds, refund],
      nextRequestId: addAmounts(requestId, '1'),
    },
  };
}

function handleStatus(request: SandboxRequest, state: State, tools: SandboxTools): SandboxResponse {
  const read = readFields(request, ['merchant_id', 'payu_id'], tools);
  if (!('fields' in read)) return read;
  const payuId = read.fields['payu_id'] ?? '';
  const refunds = state.refunds.filter((refund) => refund.payuId === payuId);
  const source = assumption(
    'the fields of the answer are documented, its outer shape only in part',
    'likely',
  );
  if (refunds.length === 0) {
    const body = {
      errorCode: '400',
      description: '0 out of 1 Transactions Fetched Successfully',
      category: 'RefundService',
    };
    return json(400, body, `no refund of payment ${payuId}`, source);
  }
  const details = Object.fromEntries(refunds.map((refund) => [refund.requestId, statusOf(refund)]));
  return json(200, { [payuId]: details }, `${refunds.length} refund(s) found`, source);
}

function statusOf(refund: Refund): JsonValue {
  return {
    mihpayid: refund.payuId,
    bank_ref_num: null,
    request_id: refund.requestId,
    amt: refund.amount,
    token: refund.refundId,
    action: refund.action,
    status: refund.status,
  };
}

/** Bearer, reseller and hash, in this order; then the literal texts of the body. */
function readFields(
  request: SandboxRequest,
  hashed: readonly string[],
  tools: SandboxTools,
): SandboxResponse | { readonly fields: Readonly<Record<string, string | undefined>> } {
  if (headerValue(request.headers, 'authorization') !== `Bearer ${credentials['payu.accessToken']}`) {
    return json(401, { message: 'Invalid Auth token' }, 'the bearer token is not the demo token', seed);
  }
  const body = parseJson(request.body);
  if (!body.ok || body.value.kind !== 'object') {
    return json(
      400,
      { status: 'Refund request cannot be processed' },
      'the body is not a JSON object',
      order,
    );
  }
  const fields = textsOf(body.value);
  const reseller = fields['reseller_id'] ?? '';
  if (reseller !== credentials['payu.resellerId']) {
    const message = `Partner with UUID ${reseller} is not allowed to do this action`;
    return json(400, { message }, 'the reseller is not the demo reseller', seed);
  }
  const base = [...hashed.map((name) => fields[name] ?? ''), credentials['payu.clientSecret']].join('|');
  if (!equalInConstantTime(fields['hash'] ?? '', tools.crypto.sha512(base))) {
    return json(
      403,
      { message: 'Invalid Hash' },
      `the hash is not that of ${hashed.join('|')}|client_secret`,
      seed,
    );
  }
  return { fields };
}

function textsOf(root: JsonNode): Record<string, string> {
  if (root.kind !== 'object') return {};
  return Object.fromEntries(
    root.members.flatMap(({ name }) => {
      const text = memberText(root, name);
      return text === null || text === '' ? [] : [[name, text]];
    }),
  );
}

function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < right.length; index += 1) {
    difference |= (left.charCodeAt(index) || 0) ^ right.charCodeAt(index);
  }
  return difference === 0;
}

function sameAmount(left: string, right: string): boolean {
  return parseAmount(right).ok && compareAmounts(left, right) === 0;
}
