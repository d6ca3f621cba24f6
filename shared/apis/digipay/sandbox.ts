import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import { runSandboxChecks } from '../../definition/sandbox-check.ts';
import {
  defineSandbox,
  type SandboxHandled,
  type SandboxRequest,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { ExactNumber } from '../../formats/json.ts';
import { addAmounts } from '../../model/amount.ts';
import { headerValue } from '../../model/headers.ts';
import { json, rejection } from './sandbox-answers.ts';
import { readRefundCall, type RefundCall } from './sandbox-call.ts';
import { loginChecks, refundChecks } from './sandbox-checks.ts';
import { credentials } from './sandbox-credentials.ts';
import { seedState, transactions } from './sandbox-demo.ts';
import { type Refund, type State, stateOf, type Token, type Transaction } from './sandbox-ledger.ts';
import { describeState } from './sandbox-records.ts';
import { schema } from './sandbox-schema.ts';
import { formatTime } from './sandbox-time.ts';
import { series } from './sandbox-series.ts';
import { scenarios } from './scenarios.ts';
import { authenticationPage, seed } from './sources.ts';

const oneHour = 60 * 60 * 1000;
/** Of so many logins within their hour the tokens are known; older ones go. */
const mostTokens = 500;

const one = new ExactNumber('1');

const login = '/digipay/v3/auth/authenticate';

export const sandbox = defineSandbox<State>({
  basePath: '',
  variables: credentials,
  transactions,
  series,
  scenarios,
  isLogin: ({ path }) => path === login,
  seed: seedState,
  schema,
  describe: describeState,
  handle: (request, state, tools) => {
    const route = routes.get(request.path);
    if (route === undefined)
      return { state, response: sandboxAnswer(404, `nothing is served at ${request.path}`, seed) };
    if (request.method !== 'POST')
      return {
        state,
        response: { ...sandboxAnswer(405, 'the call is a POST', rejection), headers: [['Allow', 'POST']] },
      };
    return route(request, state, tools);
  },
});

type Route = (request: SandboxRequest, state: State, tools: SandboxTools) => SandboxHandled<State>;

const routes: ReadonlyMap<string, Route> = new Map([
  [login, authenticate],
  ['/digipay/v3/transaction/wallet_refund_money', refund],
]);

function authenticate(
  { headers }: SandboxRequest,
  state: State,
  { clock, crypto }: SandboxTools,
): SandboxHandled<State> {
  const pair = `${credentials['digipay.clientId']}:${credentials['digipay.secretKey']}`;
  const { refusal, checks } = runSandboxChecks(loginChecks, {
    authorization: headerValue(headers, 'authorization') ?? '',
    expected: `Basic ${crypto.toBase64(new TextEncoder().encode(pair))}`,
  });
  if (refusal !== null) return { response: refusal, state, checks };
  const now = clock.now();
  const issued: Token = {
    token: `sandbox-${hexadecimal(crypto.randomBytes(16))}`,
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
    state: { ...state, tokens: [...valid, issued].slice(-mostTokens) },
    checks,
  };
}

function refund(request: SandboxRequest, state: State, tools: SandboxTools): SandboxHandled<State> {
  const call = readRefundCall(request, state, tools);
  const { refusal, checks } = runSandboxChecks(refundChecks, call);
  if (refusal !== null) return { response: refusal, state, checks };
  return { ...accept(call, hexadecimal(tools.crypto.randomBytes(16))), checks };
}

function accept(
  { state, transaction, initialTxnId, amount, txnCode, now }: RefundCall,
  txnId: string,
): SandboxHandled<State> {
  const changed: Transaction = { ...transaction, refunded: addAmounts(transaction.refunded, amount) };
  const booked: Refund = { txnId, initialTxnId, amount, txnCode: txnCode === 'CR' ? 'CR' : 'MR', at: now };
  const body = {
    success: one,
    error: [],
    data: {
      message: 'Money successfully refunded',
      transaction: { txn_id: txnId, txn_number: txnId, txn_status: one },
    },
  };
  return {
    response: json(200, body, `refunded ${amount}; the original is ${stateOf(changed)}`, seed),
    state: {
      ...state,
      transactions: { ...state.transactions, [initialTxnId]: changed },
      refunds: [...state.refunds, booked],
    },
  };
}

function hexadecimal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
