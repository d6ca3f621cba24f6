import * as v from 'valibot';

import {
  defineSandbox,
  type SandboxRequest,
  type SandboxResponse,
} from '../../definition/sandbox-definition.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import { compareAmounts } from '../../model/amount.ts';
import { headerValue } from '../../model/headers.ts';
import type { JsonNode } from '../../model/parsed-body.ts';
import { assumption } from '../../model/source.ts';
import { type Part, readRefundBody } from './refund-body.ts';
import {
  conflict,
  data,
  envelope,
  errors,
  failed,
  invalid,
  inventedSentences,
  notHere,
  orderNotFound,
  statusNotFound,
  success,
  unauthenticated,
} from './sandbox-answers.ts';
import { demoOrders, describeDemoOrder, findOrder, series, type State } from './sandbox-demo.ts';
import {
  askedOf,
  currentRefund,
  leftOf,
  type Order,
  requestRefund,
  reverse,
  settleRefund,
} from './sandbox-orders.ts';
import { scenarios } from './scenarios.ts';
import { validateApproval, validateRefund, validateType } from './sandbox-validation.ts';
import {
  approvalPage,
  byAnalogy,
  cancelPaymentPage,
  cancelRefundPage,
  paymentStatusPage,
  recordings,
  seed,
  statusPage,
} from './sources.ts';

const credentials = { 'front-payment.token': 'sandbox-token-not-a-real-one' };

const undocumented = assumption('no documented answer fits; the sandbox needs one');

export const sandbox = defineSandbox<State>({
  basePath: '/api/v1',
  variables: credentials,
  transactions: demoOrders.map((demo) => describeDemoOrder(demo)),
  series,
  scenarios,
  isLogin: () => false,
  schema: v.any(),
  describe: () => [],
  seed: () => ({ orders: Object.fromEntries(demoOrders.map((demo) => [demo.uuid, demo.order])) }),
  handle: (request, state) => {
    const [, call = '', orderUuid = ''] = paths.exec(request.path) ?? [];
    const route = routes.get(call);
    if (route === undefined) return { state, response: notHere(404, `nothing is served at ${request.path}`) };
    if (!route.methods.includes(request.method)) {
      return { state, response: notHere(405, `this call is a ${route.methods.join(' or a ')}`) };
    }
    if (headerValue(request.headers, 'authorization') !== `Bearer ${credentials['front-payment.token']}`) {
      return { state, response: unauthenticated() };
    }
    const handled = route.handle({ root: rootOf(request), order: findOrder(state, orderUuid) });
    if (handled.order === undefined) return { state, response: handled.response };
    return { response: handled.response, state: { orders: { ...state.orders, [orderUuid]: handled.order } } };
  },
});

type Asked = { readonly root: JsonNode | null; readonly order: Order | null };
type Handled = { readonly response: SandboxResponse; readonly order?: Order };

const paths =
  /^\/(connect\/terminal\/orders\/(?:refund|refund-status|cancel|payment-status)|orders\/refund\/request\/approval)\/([^/]+)\/?$/;

const routes: ReadonlyMap<
  string,
  { readonly methods: readonly string[]; readonly handle: (asked: Asked) => Handled }
> = new Map([
  ['connect/terminal/orders/refund', { methods: ['POST'], handle: handleRefund }],
  ['connect/terminal/orders/refund-status', { methods: ['POST', 'GET'], handle: handleRefundStatus }],
  ['connect/terminal/orders/cancel', { methods: ['POST'], handle: handleCancel }],
  ['connect/terminal/orders/payment-status', { methods: ['GET'], handle: handlePaymentStatus }],
  ['orders/refund/request/approval', { methods: ['POST'], handle: handleApproval }],
]);

function handleRefund({ root, order: found }: Asked): Handled {
  const sentences = validateRefund(root);
  if (sentences.length > 0) return { response: invalid(sentences) };
  if (found === null) return { response: orderNotFound() };
  const { parts, isReversal } = readRefundBody(root);
  const refusal = refuseState(found) ?? refuseProducts(found, parts) ?? refuseAmounts(found, parts);
  if (refusal !== null) return { response: refusal };
  if (found.broken === true) {
    return { response: failed('the demo order stands for a terminal that is out of order') };
  }
  if (isReversal === true) {
    const response = success(200, 'terminalOrderReversalSuccessfully', 'the payment is reversed', seed);
    return { response, order: reverse(found, parts) };
  }
  const reason = 'the refund waits on the terminal';
  const response = success(202, 'terminalOrderRefundRequestSuccessfully', reason, seed);
  return { response, order: requestRefund(found, parts) };
}

function refuseState({ state }: Order): SandboxResponse | null {
  const param = 'refundRejectionForRefundedCancelledInvoicedOrderParam';
  const reason = `the order is ${state}`;
  switch (state) {
    case 'PAID':
      return null;
    case 'CREATED': {
      const body = { status_message: 'Not Found', message: 'refundRejectionForTransactionNotFound' };
      return envelope(404, body, errors(false, null), reason, byAnalogy);
    }
    case 'REFUNDED':
    case 'REVERSED':
      return conflict(`${param}Refunded`, errors(false, null), reason, byAnalogy);
    case 'CANCELLED':
      return conflict(`${param}Cancelled`, errors(false, null), reason, byAnalogy);
  }
}

function refuseProducts({ products }: Order, parts: readonly Part[]): SandboxResponse | null {
  if (products.length === 0) {
    return conflict('orderProductsNotFound', errors(false, null), 'the order has no products', seed);
  }
  const strange = parts.find(({ id }) => products.every((product) => product.id !== id));
  if (strange === undefined) return null;
  const reason = `the order has no product ${strange.id}`;
  return conflict('requestProductIdNotAvailable', data(false, null), reason, seed);
}

function refuseAmounts({ products }: Order, parts: readonly Part[]): SandboxResponse | null {
  const exceeded = products.filter((product) => compareAmounts(askedOf(product, parts), leftOf(product)) > 0);
  if (exceeded.length === 0) return null;
  const sentences = exceeded.map(
    (product) =>
      `The amount ${askedOf(product, parts)} of product ${product.id} is more than the ${leftOf(product)} left to refund.`,
  );
  const message = 'refundRejectionForProductAmountExceed';
  return conflict(message, errors(true, sentences), sentences.join(' '), inventedSentences);
}

function handleRefundStatus({ order: found }: Asked): Handled {
  const refund = found === null ? null : currentRefund(found);
  if (refund === null) {
    const reason = found === null ? 'no such order' : 'the order has no refund';
    return { response: statusNotFound(reason, found === null ? recordings : undocumented) };
  }
  const { state } = refund;
  const messages = {
    REFUNDED: 'orderRefundedSuccessfully',
    REJECTED: 'refundRequestRejectedSuccessfully',
    REFUND_PENDING: 'terminalOrderRefundRequestSuccessfully',
  } as const;
  const body = { status_message: 'OK', message: messages[state] };
  const reason = `the refund is ${state}`;
  const source = state === 'REFUND_PENDING' ? undocumented : { ...statusPage, confidence: 'likely' as const };
  return { response: envelope(200, body, data(true, { refund_status: state }), reason, source) };
}

function handlePaymentStatus({ order: found }: Asked): Handled {
  if (found === null) return { response: statusNotFound('no such order', recordings) };
  const state = paymentStateOf(found);
  const body = { status_message: 'OK', message: 'Order Status Retrieved Successfully' };
  const known = found.state === 'PAID' || found.state === 'CANCELLED';
  const source = known ? { ...paymentStatusPage, confidence: 'likely' as const } : undocumented;
  const reason = `the order is ${found.state}`;
  return { response: envelope(200, body, data(true, { order_status: state }), reason, source) };
}

/** Only PAID and CANCELLED are published, so the other states borrow the nearer of the two. */
function paymentStateOf({ state }: Order): 'CREATED' | 'PAID' | 'CANCELLED' {
  switch (state) {
    case 'CREATED':
      return 'CREATED';
    case 'PAID':
    case 'REFUNDED':
      return 'PAID';
    case 'REVERSED':
    case 'CANCELLED':
      return 'CANCELLED';
  }
}

function handleCancel({ root, order: found }: Asked): Handled {
  const sentences = validateType(root, ['refund', 'payment']);
  if (sentences.length > 0) return { response: invalid(sentences) };
  if (found === null) return { response: orderNotFound() };
  return memberText(root, 'type') === 'refund' ? cancelRefund(found) : cancelPayment(found);
}

function cancelRefund(found: Order): Handled {
  if (currentRefund(found)?.state !== 'REFUND_PENDING') {
    const body = { status_message: 'Not Found', message: 'orderNotFound' };
    const reason = 'no refund of this order waits on the terminal';
    return { response: envelope(404, body, errors(false, null), reason, undocumented) };
  }
  const reason = 'the refund request is called off';
  const response = success(200, 'refundRequestRejectedSuccessfully', reason, cancelRefundPage);
  return { response, order: settleRefund(found, 'REJECTED') };
}

function cancelPayment(found: Order): Handled {
  if (found.state !== 'CREATED' && found.state !== 'CANCELLED') {
    const reason = `the order is ${found.state}`;
    return {
      response: conflict('orderStatusAlreadyPaid', errors(false, null), reason, cancelPaymentPage),
    };
  }
  const source = found.state === 'CREATED' ? cancelPaymentPage : undocumented;
  const response = success(200, 'cancelledOrderSuccessfully', `the order was ${found.state}`, source);
  return { response, order: { ...found, state: 'CANCELLED' } };
}

function handleApproval({ root, order: found }: Asked): Handled {
  const sentences = validateApproval(root);
  if (sentences.length > 0) return { response: invalid(sentences) };
  if (found === null) return { response: orderNotFound() };
  const reason = 'noted; nobody decides here';
  return { response: success(201, 'requestedOrderRefundSuccessfully', reason, approvalPage) };
}

function rootOf({ body }: SandboxRequest): JsonNode | null {
  const parsed = parseJson(body);
  return parsed.ok ? parsed.value : null;
}
