import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import { runSandboxChecks, type SandboxCheckRule } from '../../definition/sandbox-check.ts';
import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
} from '../../definition/sandbox-definition.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import { headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { readRefundBody } from './refund-body.ts';
import { data, envelope, orderNotFound, success } from './sandbox-answers.ts';
import { type Call, checksOf, undocumented } from './sandbox-checks.ts';
import { demoOrders, describeDemoOrder, findOrder, series, type State, withOrder } from './sandbox-demo.ts';
import {
  currentRefund,
  type Order,
  requestRefund,
  reverse,
  settleRefund,
  waitingNumbers,
} from './sandbox-orders.ts';
import { recordsOfOrder } from './sandbox-records.ts';
import { schema } from './sandbox-schema.ts';
import { settling } from './sandbox-settling.ts';
import { validateApproval, validateRefund, validateType } from './sandbox-validation.ts';
import { scenarios } from './scenarios.ts';
import { approvalPage, cancelPaymentPage, cancelRefundPage, paymentStatusPage, seed, statusPage } from './sources.ts';

const credentials = { 'front-payment.token': 'sandbox-token-not-a-real-one' };

/** Every call has a list of checks; what happens once all of them hold stands here. */
export const sandbox = defineSandbox<State>({
  basePath: '/api/v1',
  variables: credentials,
  transactions: demoOrders.map((demo) => describeDemoOrder(demo)),
  series,
  scenarios,
  // The token is fixed; no call gives one.
  isLogin: () => false,
  schema,
  describe: ({ orders }) => Object.entries(orders).flatMap(([uuid, order]) => recordsOfOrder(uuid, order)),
  settling,
  seed: () => ({ orders: Object.fromEntries(demoOrders.map((demo) => [demo.uuid, demo.order])) }),
  handle: (request, state, { clock }) => {
    const [, name = '', uuid = ''] = paths.exec(request.path) ?? [];
    const route = routes.get(name);
    if (route === undefined)
      return { state, response: sandboxAnswer(404, `nothing is served at ${request.path}`) };
    if (!route.methods.includes(request.method))
      return { state, response: sandboxAnswer(405, `this call is a ${route.methods.join(' or a ')}`) };
    const call = readCall(request, route, findOrder(state, uuid));
    const { refusal, checks } = runSandboxChecks(route.checks, call);
    if (refusal !== null || call.order === null)
      return { state, checks, response: refusal ?? orderNotFound() };
    const { response, order } = route.answer(call.order, call, clock.now());
    return { response, checks, state: order === undefined ? state : withOrder(state, uuid, order) };
  },
});

type Handled = { readonly response: SandboxResponse; readonly order?: Order };

type Route = {
  readonly methods: readonly string[];
  /** The sentences of a 417; none where the call has no body. */
  readonly validate: (root: JsonNode | null) => readonly string[];
  readonly checks: readonly SandboxCheckRule<Call>[];
  readonly answer: (order: Order, call: Call, now: number) => Handled;
};

const paths =
  /^\/(connect\/terminal\/orders\/(?:refund|refund-status|cancel|payment-status)|orders\/refund\/request\/approval)\/([^/]+)\/?$/;

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  [
    'connect/terminal/orders/refund',
    { methods: ['POST'], validate: validateRefund, checks: checksOf.refund, answer: refund },
  ],
  [
    'connect/terminal/orders/refund-status',
    {
      methods: ['POST', 'GET'],
      validate: () => [],
      checks: checksOf.refundStatus,
      answer: tellRefund,
    },
  ],
  [
    'connect/terminal/orders/cancel',
    {
      methods: ['POST'],
      validate: (root) => validateType(root, ['refund', 'payment']),
      checks: checksOf.cancel,
      answer: cancel,
    },
  ],
  [
    'connect/terminal/orders/payment-status',
    { methods: ['GET'], validate: () => [], checks: checksOf.paymentStatus, answer: tellPayment },
  ],
  [
    'orders/refund/request/approval',
    { methods: ['POST'], validate: validateApproval, checks: checksOf.approval, answer: askForApproval },
  ],
]);

function readCall({ headers, body }: SandboxRequest, { validate }: Route, order: Order | null): Call {
  const parsed = parseJson(body);
  const root = parsed.ok ? parsed.value : null;
  const sentences = validate(root);
  const type = memberText(root, 'type');
  return {
    isTokenRight: headerValue(headers, 'authorization') === `Bearer ${credentials['front-payment.token']}`,
    sentences,
    body: readRefundBody(sentences.length === 0 ? root : null),
    cancels: type === 'refund' || type === 'payment' ? type : null,
    order,
  };
}

function refund(order: Order, { body: { parts, isReversal } }: Call, now: number): Handled {
  if (isReversal === true) {
    const response = success(200, 'terminalOrderReversalSuccessfully', 'the payment is reversed', seed);
    return { response, order: reverse(order, parts, now) };
  }
  const reason = 'the refund waits on the terminal';
  const response = success(202, 'terminalOrderRefundRequestSuccessfully', reason, seed);
  return { response, order: requestRefund(order, parts, now) };
}

const refundMessages = {
  REFUNDED: 'orderRefundedSuccessfully',
  REJECTED: 'refundRequestRejectedSuccessfully',
  REFUND_PENDING: 'terminalOrderRefundRequestSuccessfully',
  REVERSED: 'terminalOrderReversalSuccessfully',
} as const;

function tellRefund(order: Order): Handled {
  const state = currentRefund(order)?.state ?? 'REFUND_PENDING';
  const body = { status_message: 'OK', message: refundMessages[state] };
  const isKnown = state === 'REFUNDED' || state === 'REJECTED';
  const source = isKnown ? { ...statusPage, confidence: 'likely' as const } : undocumented;
  const reason = `the refund is ${state}`;
  return { response: envelope(200, body, data(true, { refund_status: state }), reason, source) };
}

/** Only PAID and CANCELLED are published, so the other states borrow the nearer of the two. */
const paymentStates = {
  CREATED: 'CREATED',
  PAID: 'PAID',
  REFUNDED: 'PAID',
  REVERSED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
} as const;

function tellPayment({ state }: Order): Handled {
  const body = { status_message: 'OK', message: 'Order Status Retrieved Successfully' };
  const isKnown = state === 'PAID' || state === 'CANCELLED';
  const source = isKnown ? { ...paymentStatusPage, confidence: 'likely' as const } : undocumented;
  const told = data(true, { order_status: paymentStates[state] });
  return { response: envelope(200, body, told, `the order is ${state}`, source) };
}

function cancel(order: Order, { cancels }: Call): Handled {
  if (cancels === 'refund') {
    const reason = 'the refund request is called off';
    const response = success(200, 'refundRequestRejectedSuccessfully', reason, cancelRefundPage);
    return { response, order: settleRefund(order, waitingNumbers(order).at(-1) ?? 0, 'REJECTED') };
  }
  const source = order.state === 'CREATED' ? cancelPaymentPage : undocumented;
  const response = success(200, 'cancelledOrderSuccessfully', `the order was ${order.state}`, source);
  return { response, order: { ...order, state: 'CANCELLED' } };
}

function askForApproval(): Handled {
  const reason = 'noted; nobody decides here';
  return { response: success(201, 'requestedOrderRefundSuccessfully', reason, approvalPage) };
}
