import * as v from 'valibot';

import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { ExactNumber, jsonMember, memberText, parseJson } from '../../formats/json.ts';
import { addAmounts, compareAmounts, parseAmount, subtractAmounts } from '../../model/amount.ts';
import { headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { json, notHere, reject, rejection } from './sandbox-answers.ts';
import {
  credentials,
  findTransaction,
  seedState,
  series,
  type State,
  type Token,
  type Transaction,
  transactions,
} from './sandbox-ledger.ts';
import { formatTime } from './sandbox-time.ts';
import { scenarios } from './scenarios.ts';
import { authenticationPage, seed } from './sources.ts';

const oneHour = 60 * 60 * 1000;

const one = new ExactNumber('1');

export const sandbox = defineSandbox<State>({
  basePath: '',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: ({ path }) => path === '/digipay/v3/auth/authenticate',
  schema: v.any(),
  describe: () => [],
  seed: seedState,
  handle: (request, state, tools) => {
    const route = routes.get(request.path);
    if (route === undefined)
      return { state, response: notHere(404, `nothing is served at ${request.path}`, seed) };
    if (request.method !== 'POST') return { state, response: notHere(405, 'the call is a POST', rejection) };
    return route(request, state, tools);
  },
});

type Handled = { readonly response: SandboxResponse; readonly state: State };

const routes: ReadonlyMap<string, (request: SandboxRequest, state: State, tools: SandboxTools) => Handled> =
  new Map([
    ['/digipay/v3/auth/authenticate', authenticate],
    ['/digipay/v3/transaction/wallet_refund_money', refund],
  ]);

function authenticate(request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const pair = `${credentials['digipay.clientId']}:${credentials['digipay.secretKey']}`;
  const expected = `Basic ${tools.crypto.toBase64(new TextEncoder().encode(pair))}`;
  if (headerValue(request.headers, 'authorization') !== expected) {
    return { state, response: reject('client id and secret key are not the demo credentials', 401) };
  }
  const now = tools.clock.now();
  const issued: Token = {
    token: `sandbox-${hexadecimal(tools.crypto.randomBytes(16))}`,
    endsAt: now + oneHour,
  };
  const body = {
    status_code: new ExactNumber('200'),
    data: { access_token: issued.token, expiry_time: formatTime(issued.endsAt) },
  };
  const valid = state.tokens.filter(({ endsAt }) => endsAt > now);
  const reason = 'a token for one hour; its lifetime is an assumption';
  return {
    response: json(200, body, reason, authenticationPage),
    state: { ...state, tokens: [...valid, issued] },
  };
}

function refund(request: SandboxRequest, state: State, tools: SandboxTools): Handled {
  const refused = (reason: string, status?: number): Handled => ({ state, response: reject(reason, status) });
  const denied = denyToken(request, state, tools);
  if (denied !== null) return refused(denied, 401);
  const company = headerValue(request.headers, 'companyid');
  if (company !== credentials['digipay.companyId']) return refused('CompanyID is not the demo company');
  const parsed = parseJson(request.body);
  if (!parsed.ok) return refused('the body is not JSON');
  const fault = findFault(parsed.value);
  if (fault !== null) return refused(fault);
  const id = memberText(parsed.value, 'initial_txn_id') ?? '';
  const amount = memberText(parsed.value, 'txn_amount') ?? '';
  const original = findTransaction(state, id);
  if (original === undefined) return refused(`no transaction ${id}`);
  const left = subtractAmounts(original.amount, original.refunded);
  if (compareAmounts(amount, left) > 0) return refused(`only ${left} is left of the transaction`);
  if (original.broken === true) {
    return { state, response: notHere(500, 'this transaction stands for a failure of the platform', seed) };
  }
  return accept(state, { id, original, amount, txnId: hexadecimal(tools.crypto.randomBytes(16)) });
}

/** Why the token is not accepted; `null` where it is. */
function denyToken(request: SandboxRequest, state: State, tools: SandboxTools): string | null {
  const authorization = headerValue(request.headers, 'authorization') ?? '';
  if (!authorization.startsWith('Token ')) return 'Authorization does not start with "Token "';
  const known = state.tokens.find(({ token }) => authorization === `Token ${token}`);
  if (known === undefined) return 'the token was not issued here';
  return known.endsAt > tools.clock.now() ? null : `the token ended at ${formatTime(known.endsAt)}`;
}

/** What is wrong with the fields of a refund; `null` where nothing is. */
function findFault(root: JsonNode): string | null {
  if (root.kind !== 'object') return 'the body is not a JSON object';
  const kindOf = (name: string): string | null => jsonMember(root, name)?.kind ?? null;
  if (kindOf('initial_txn_id') !== 'string') return 'initial_txn_id is not a text';
  if (kindOf('txn_amount') !== 'number') return 'txn_amount is not a number';
  if (kindOf('txn_code') !== 'string') return 'txn_code is not a text';
  const mode = memberText(root, 'payment_mode') ?? '';
  if (kindOf('payment_mode') !== 'number' || !/^\d+$/.test(mode)) return 'payment_mode is not a whole number';
  if (!['string', 'null', null].includes(kindOf('note'))) return 'note is not a text';
  const code = memberText(root, 'txn_code') ?? '';
  if (code !== 'MR' && code !== 'CR') return `txn_code is ${code}, not MR or CR`;
  const amount = memberText(root, 'txn_amount') ?? '';
  if (!parseAmount(amount).ok) return 'txn_amount is written with an exponent';
  return compareAmounts(amount, '0') > 0 ? null : 'txn_amount is not above zero';
}

type Accepted = {
  readonly id: string;
  readonly original: Transaction;
  readonly amount: string;
  readonly txnId: string;
};

function accept(state: State, { id, original, amount, txnId }: Accepted): Handled {
  const refunded = addAmounts(original.refunded, amount);
  const isUsedUp = compareAmounts(refunded, original.amount) === 0;
  const changed: Transaction = { ...original, refunded, state: isUsedUp ? 'REFUNDED' : 'PARTIALLY_REFUNDED' };
  const body = {
    success: one,
    error: [],
    data: {
      message: 'Money successfully refunded',
      transaction: { txn_id: txnId, txn_number: txnId, txn_status: one },
    },
  };
  return {
    response: json(200, body, `refunded ${amount}; the original is ${changed.state}`, seed),
    state: {
      ...state,
      transactions: { ...state.transactions, [id]: changed },
      refunds: [...state.refunds, { txnId, initialTxnId: id, amount }],
    },
  };
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
