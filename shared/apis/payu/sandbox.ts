import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import { runSandboxChecks } from '../../definition/sandbox-check.ts';
import {
  defineSandbox,
  type SandboxHandled,
  type SandboxRequest,
  type SandboxTools,
} from '../../definition/sandbox-definition.ts';
import { ExactNumber, type JsonValue } from '../../formats/json.ts';
import { addAmounts } from '../../model/amount.ts';
import { assumption } from '../../model/source.ts';
import { json, paymentId } from './sandbox-answers.ts';
import { readRefundCall, type RefundCall, readStatusCall } from './sandbox-call.ts';
import { refundChecks, statusChecks } from './sandbox-checks.ts';
import { credentials } from './sandbox-credentials.ts';
import { seedState, transactions } from './sandbox-demo.ts';
import type { Payment, Refund, State } from './sandbox-ledger.ts';
import { describeState } from './sandbox-records.ts';
import { schema } from './sandbox-schema.ts';
import { settling } from './sandbox-settling.ts';
import { series } from './sandbox-series.ts';
import { scenarios } from './scenarios.ts';
import { seed } from './sources.ts';

export const sandbox = defineSandbox<State>({
  basePath: '/apilayer',
  variables: credentials,
  transactions,
  series,
  scenarios,
  // The token comes from another host, PayU's OAuth service.
  isLogin: () => false,
  seed: seedState,
  schema,
  describe: describeState,
  settling,
  handle: (request, state, tools) => {
    const route = routes.get(request.path);
    if (route === undefined)
      return { state, response: sandboxAnswer(404, `nothing is served at ${request.path}`) };
    if (request.method !== 'POST')
      return {
        state,
        response: { ...sandboxAnswer(405, 'the call is a POST'), headers: [['Allow', 'POST']] },
      };
    return route(request, state, tools);
  },
});

type Route = (request: SandboxRequest, state: State, tools: SandboxTools) => SandboxHandled<State>;

const routes: ReadonlyMap<string, Route> = new Map([
  ['/partner/refunds', handleRefund],
  ['/partner/refund/status', handleStatus],
]);

function handleRefund(request: SandboxRequest, state: State, tools: SandboxTools): SandboxHandled<State> {
  const call = readRefundCall(request, state, tools);
  const { refusal, checks } = runSandboxChecks(refundChecks, call);
  return refusal === null ? { ...accept(call), checks } : { response: refusal, state, checks };
}

function accept({ state, payment, refundId, payuId, amount, now }: RefundCall): SandboxHandled<State> {
  const action = payment.state === 'auth' ? 'cancel' : 'refund';
  const requestId = state.nextRequestId;
  const refund: Refund = { refundId, payuId, amount, requestId, action, status: 'queued', at: now };
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
      ...state,
      payments: { ...state.payments, [payuId]: changed },
      refunds: [...state.refunds, refund],
      nextRequestId: addAmounts(requestId, '1'),
    },
  };
}

function handleStatus(request: SandboxRequest, state: State, tools: SandboxTools): SandboxHandled<State> {
  const call = readStatusCall(request, state, tools);
  const { refusal, checks } = runSandboxChecks(statusChecks, call);
  if (refusal !== null) return { response: refusal, state, checks };
  const details = Object.fromEntries(call.refunds.map((refund) => [refund.requestId, statusOf(refund)]));
  const source = assumption(
    'the fields are documented, their values once a refund has ended are not',
    'likely',
  );
  const body = { [call.payuId]: details };
  return { response: json(200, body, `${call.refunds.length} refund(s) found`, source), state, checks };
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
