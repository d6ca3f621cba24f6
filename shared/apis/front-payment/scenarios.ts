import * as v from 'valibot';

import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxRequest, SandboxResponse, SandboxTools } from '../../definition/sandbox-definition.ts';
import {
  type Arranged,
  type SandboxScenario,
  withBodyText,
  withHeader,
} from '../../definition/sandbox-scenario.ts';
import { amountText, idText } from '../../definition/sandbox-schema-parts.ts';
import { parseJson, replaceMember } from '../../formats/json.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import { assumption } from '../../model/source.ts';
import { orderOf, type Part, readRefundBody } from './refund-body.ts';
import { conflict, data, envelope, errors, failed } from './sandbox-answers.ts';
import { findOrder, type State, withOrder } from './sandbox-demo.ts';
import {
  askedOf,
  bookedOf,
  currentRefund,
  leftOf,
  type Order,
  requestRefund,
  settleRefund,
  waitingNumbers,
} from './sandbox-orders.ts';
import { orderUuid } from './sandbox-schema.ts';
import { byAnalogy } from './sources.ts';

type Scenario = SandboxScenario<State>;

const orders = '/connect/terminal/orders';

/** An order that no send before has named. */
const values = { 'front-payment.orderUuid': 'ODR{{$timestamp}}{{$randomInt}}' };

const refund = { template: 'refund', values, call: `${orders}/refund/`, how: 'by state' } as const;
const refundStatus = {
  template: 'refund-status',
  values,
  call: `${orders}/refund-status/`,
  how: 'by state',
} as const;
const paymentStatus = {
  template: 'payment-status',
  values,
  call: `${orders}/payment-status/`,
  how: 'by state',
} as const;
const cancel = { values, call: `${orders}/cancel/`, how: 'by state' } as const;

/** What the document prints for the refund call. */
const documented: readonly Scenario[] = [
  { ...refund, id: 'refund-requested', arrange: paid((order) => order) },
  {
    ...refund,
    id: 'reversed',
    template: 'reversal',
    arrange: (request, state, tools) => ({
      ...paid((order) => order)(request, state, tools),
      request: { ...request, body: replaceMember(request.body, 'isReversal', 'true') },
    }),
  },
  { ...refund, id: 'order-not-found', arrange: (request) => ({ request: elsewhere(request) }) },
  {
    ...refund,
    id: 'payload-invalid',
    edit: (draft) => withBodyText(draft, (text) => text.replace('"regular"', '"whole"')),
    arrange: (request) => ({
      request: { ...request, body: replaceMember(request.body, 'type', '"whole"') },
    }),
  },
  {
    ...refund,
    id: 'product-not-available',
    arrange: paid((order, parts) => ({
      ...order,
      products: [
        ...order.products.filter((product) => parts.every(({ id }) => id !== product.id)),
        { id: '0', amount: '100.00', taken: '0' },
      ],
    })),
  },
  {
    ...refund,
    id: 'order-products-not-found',
    arrange: paid((order) => ({ ...order, products: [] })),
  },
  {
    ...refund,
    id: 'product-amount-exceeded',
    // Nothing is left of the products that are asked for, and something of another, so that the order stays paid.
    arrange: paid((order) => ({
      ...order,
      products: [
        ...order.products.map((product) => ({ ...product, taken: product.amount })),
        { id: '0', amount: '100.00', taken: '0' },
      ],
    })),
  },
  {
    ...refund,
    id: 'something-went-wrong',
    how: 'forced',
    answer: () => failed('asked for; whether the refund was started is left open, and it was not'),
  },
  {
    ...refund,
    id: 'unauthorized',
    values: { ...values, 'front-payment.token': 'no-token-of-the-sandbox' },
    arrange: (request) => ({
      request: {
        ...request,
        headers: withHeader(request.headers, 'Authorization', 'Bearer no-token-of-the-sandbox'),
      },
    }),
  },
  {
    ...refund,
    id: 'rate-limited',
    how: 'forced',
    answer: () => sandboxAnswer(429, 'asked for: as if there had been too many requests'),
  },
];

/** What the calls beside the refund are answered with. */
const companions: readonly Scenario[] = [
  { ...refundStatus, id: 'refund-status-refunded', arrange: withRefund('REFUNDED') },
  { ...refundStatus, id: 'refund-status-rejected', arrange: withRefund('REJECTED') },
  { ...refundStatus, id: 'refund-status-pending', arrange: withRefund('REFUND_PENDING') },
  { ...refundStatus, id: 'status-order-not-found', arrange: (request) => ({ request: elsewhere(request) }) },
  {
    ...cancel,
    id: 'refund-request-cancelled',
    template: 'cancel-refund',
    arrange: (request, state, tools) => ({
      ...withRefund('REFUND_PENDING')(request, state, tools),
      request: { ...request, body: replaceMember(request.body, 'type', '"refund"') },
    }),
  },
  { ...cancel, id: 'payment-cancelled', template: 'cancel-payment', arrange: ofPayment('CREATED') },
  { ...cancel, id: 'already-paid', template: 'cancel-payment', arrange: ofPayment('PAID') },
  { ...paymentStatus, id: 'payment-status-paid', arrange: withState('PAID') },
  { ...paymentStatus, id: 'payment-status-cancelled', arrange: withState('CANCELLED') },
  { ...paymentStatus, id: 'payment-status-created', arrange: withState('CREATED') },
  {
    id: 'approval-requested',
    template: 'request-approval',
    values,
    call: '/orders/refund/request/approval/',
    how: 'by state',
    arrange: withState('PAID'),
  },
];

const paramMessage = 'refundRejectionForRefundedCancelledInvoicedOrderParam';

/** What the sibling refund calls answer. */
const related: readonly Scenario[] = [
  { ...refund, id: 'transaction-not-found', arrange: withState('CREATED') },
  { ...refund, id: 'already-refunded', arrange: withState('REFUNDED') },
  { ...refund, id: 'order-cancelled', arrange: withState('CANCELLED') },
  forcedConflict('order-invoiced', `${paramMessage}Invoiced`),
  forcedConflict('total-exceeded', 'refundRejectionForRefundRequestGreaterThanOrderAmount'),
  forcedConflict('weekly-threshold', 'refundRejectionForWeeklyThresholdExceed'),
  forced('non-terminal-refunded', () => {
    const words = { status_message: 'OK', message: 'orderRefundedSuccessfully' };
    return envelope(202, words, data(false, null), 'asked for; nothing was booked', byAnalogy);
  }),
  forced('something-went-wrong-in-words', () => {
    const words = { status_message: 'Execution Exception Occurred', message: 'Something Went Wrong' };
    return envelope(510, words, errors(true, null), 'asked for; no state leads there', byAnalogy);
  }),
];

/** Every documented answer that can be asked for. */
export const scenarios: readonly Scenario[] = [...documented, ...companions, ...related];

function forced(id: string, answer: () => SandboxResponse): Scenario {
  return { ...refund, id, how: 'forced', answer };
}

function forcedConflict(id: string, message: string): Scenario {
  const source = assumption('the sibling refund calls refuse so; the sandbox has no state for it');
  const answer = (): SandboxResponse =>
    conflict(message, errors(false, null), 'asked for; no state leads there', source);
  return forced(id, answer);
}

type Arrange = (request: SandboxRequest, state: State, tools: SandboxTools) => Arranged<State>;

/** The same call about an order that nobody has. */
function elsewhere(request: SandboxRequest): SandboxRequest {
  return { ...request, path: request.path.replace(/[^/]+\/?$/, 'ODR0') };
}

/** Changes the order that a request names, where the ledger can keep one under that name. */
function arranged(
  change: (known: Order | null, parts: readonly Part[], now: number) => Order,
): Arrange {
  return (request, state, { clock }) => {
    const uuid = orderOf(request.path) ?? '';
    if (!v.is(orderUuid, uuid)) return {};
    const root = parseJson(request.body);
    const { parts } = readRefundBody(root.ok ? root.value : null);
    const kept = parts.filter(({ id, amount }) => v.is(idText, id) && v.is(amountText, amount));
    return { state: withOrder(state, uuid, change(findOrder(state, uuid), kept, clock.now())) };
  };
}

/** The order that a request names, paid and with enough of each product that is asked for, then changed. */
function paid(change: (order: Order, parts: readonly Part[]) => Order): Arrange {
  return arranged((known, parts) => change(payable(known, parts), parts));
}

/** What waited on the terminal is done; somebody has bought more of the products of which too little is left. */
function payable(known: Order | null, parts: readonly Part[]): Order {
  const { products, refunds } = known === null ? nothing : settleAll(known, 'REFUNDED');
  const ids = [...new Set([...products.map(({ id }) => id), ...parts.map(({ id }) => id)])];
  return {
    state: 'PAID',
    refunds,
    products: ids.map((id) => {
      const booked = bookedOf({ id }, refunds);
      const product = products.find((other) => other.id === id) ?? { id, amount: booked, taken: booked };
      const asked = askedOf(product, parts);
      const amount = addAmounts(product.taken, asked);
      const isEnough = compareAmounts(asked, leftOf(product)) <= 0;
      return isEnough || !v.is(amountText, amount) ? product : { ...product, amount };
    }),
  };
}

const nothing: Order = { state: 'PAID', products: [], refunds: [] };

function settleAll(order: Order, outcome: 'REFUNDED' | 'REJECTED'): Order {
  return waitingNumbers(order).reduce((settled, number) => settleRefund(settled, number, outcome), order);
}

function withState(orderState: Order['state']): Arrange {
  return paid((order) => ({ ...order, state: orderState }));
}

/** A call that cancels the payment. */
function ofPayment(orderState: Order['state']): Arrange {
  return (request, state, tools) => ({
    ...withState(orderState)(request, state, tools),
    request: { ...request, body: replaceMember(request.body, 'type', '"payment"') },
  });
}

/** The order has a refund that has come to this state. */
function withRefund(refundState: 'REFUND_PENDING' | 'REFUNDED' | 'REJECTED'): Arrange {
  const whole = [{ id: '1', amount: '100.00' }];
  return arranged((known, _parts, now) => {
    const refund = known === null ? null : currentRefund(known);
    if (known !== null && refund?.state === refundState) return known;
    const isWaiting = known !== null && refund?.state === 'REFUND_PENDING';
    const asked = isWaiting ? known : requestRefund(payable(known, whole), whole, now);
    return refundState === 'REFUND_PENDING' ? asked : settleAll(asked, refundState);
  });
}
