import type { SandboxCheckRule } from '../../definition/sandbox-check.ts';
import type { SandboxResponse } from '../../definition/sandbox-definition.ts';
import { compareAmounts } from '../../model/amount.ts';
import { assumption } from '../../model/source.ts';
import type { RefundBody } from './refund-body.ts';
import {
  conflict,
  data,
  envelope,
  errors,
  failed,
  invalid,
  inventedSentences,
  order as orderOfChecks,
  orderNotFound,
  statusNotFound,
  unauthenticated,
} from './sandbox-answers.ts';
import { askedOf, currentRefund, leftOf, type Order, waitingNumbers } from './sandbox-orders.ts';
import { byAnalogy, cancelPaymentPage, recordings, seed, subscriptionPage } from './sources.ts';

/** Everything that the checks look at. */
export type Call = {
  readonly isTokenRight: boolean;
  /** What is wrong with the fields of the body, in the sentences of a 417. */
  readonly sentences: readonly string[];
  /** What the body says; nothing where its fields are wrong. */
  readonly body: RefundBody;
  /** What the body of a cancel call is about. */
  readonly cancels: 'refund' | 'payment' | null;
  /** The order in the address; `null` where there is none. */
  readonly order: Order | null;
};

type Rule = SandboxCheckRule<Call>;

/** Where no documented answer fits, and the sandbox needs one. */
export const undocumented = assumption('no documented answer fits; the sandbox needs one');

const likelySeed = { ...seed, confidence: 'likely' } as const;

const token: Rule = {
  title: 'the bearer token is the demo token',
  source: subscriptionPage,
  refuse: ({ isTokenRight }) =>
    isTokenRight ? null : unauthenticated('the bearer token is not the demo token'),
};

const fields: Rule = {
  title: 'the fields of the body are valid',
  source: orderOfChecks,
  refuse: ({ sentences }) => (sentences.length === 0 ? null : invalid(sentences)),
};

const sumSource = assumption('nothing is documented about a total that is not the sum of its parts');

const sum: Rule = {
  title: 'grandTotal is the sum of the product amounts',
  source: sumSource,
  refuse: ({ body }) => {
    const adds = body.grandTotal !== null && body.sum !== null && compareAmounts(body.grandTotal, body.sum) === 0;
    return adds ? null : invalid(['The grand total must be the sum of the product amounts.'], sumSource);
  },
};

const known: Rule = {
  title: 'there is an order of this UUID',
  source: seed,
  refuse: ({ order }) => (order === null ? orderNotFound() : null),
};

const knownToStatus: Rule = {
  title: known.title,
  source: recordings,
  refuse: ({ order }) => (order === null ? statusNotFound('no such order', recordings) : null),
};

const isPaid: Rule = {
  title: 'the order is PAID',
  source: byAnalogy,
  refuse: ({ order }) => (order === null ? null : refuseState(order)),
};

const hasProducts: Rule = {
  title: 'the order has products',
  source: likelySeed,
  refuse: ({ order }) =>
    order?.products.length === 0
      ? conflict('orderProductsNotFound', errors(false, null), 'the order has no products', likelySeed)
      : null,
};

const productsAreOfOrder: Rule = {
  title: 'every product id is one of the order',
  source: likelySeed,
  refuse: ({ order, body }) => {
    const strange = body.parts.find(({ id }) => order?.products.every((product) => product.id !== id));
    if (strange === undefined) return null;
    const reason = `the order has no product ${strange.id}`;
    return conflict('requestProductIdNotAvailable', data(false, null), reason, likelySeed);
  },
};

const amountsAreLeft: Rule = {
  title: 'of every product as much is left as is asked for',
  source: likelySeed,
  refuse: ({ order, body: { parts } }) => {
    const exceeded = (order?.products ?? []).filter(
      (product) => compareAmounts(askedOf(product, parts), leftOf(product)) > 0,
    );
    const sentences = exceeded.map(
      (product) =>
        `The amount ${askedOf(product, parts)} of product ${product.id} is more than the ${leftOf(product)} left to refund.`,
    );
    return sentences.length === 0 ? null : exceed(sentences);
  },
};

const oneAtATime = assumption(
  'nothing is documented about a second request; the sandbox borrows the refusal for too high an amount',
);

const nothingWaits: Rule = {
  title: 'no other refund of the order waits on the terminal',
  source: oneAtATime,
  refuse: ({ order }) =>
    order !== null && waitingNumbers(order).length > 0
      ? { ...exceed(['A refund of this order waits on the terminal already.']), source: oneAtATime }
      : null,
};

const terminalWorks: Rule = {
  title: 'the terminal answers',
  source: inventedSentences,
  refuse: ({ order }) =>
    order?.broken === true ? failed('the demo order stands for a terminal that is out of order') : null,
};

const wasAsked: Rule = {
  title: 'a refund of the order was asked for',
  source: undocumented,
  refuse: ({ order }) =>
    order !== null && currentRefund(order) === null
      ? statusNotFound('the order has no refund', undocumented)
      : null,
};

const refundWaits: Rule = {
  title: 'of type refund: a refund of the order waits on the terminal',
  source: undocumented,
  refuse: ({ cancels, order }) =>
    cancels === 'refund' && order !== null && waitingNumbers(order).length === 0
      ? orderNotFound('no refund of this order waits on the terminal', undocumented)
      : null,
};

const isUnpaid: Rule = {
  title: 'of type payment: the order is not paid',
  source: cancelPaymentPage,
  refuse: ({ cancels, order }) =>
    cancels === 'payment' && order !== null && order.state !== 'CREATED' && order.state !== 'CANCELLED'
      ? conflict('orderStatusAlreadyPaid', errors(false, null), `the order is ${order.state}`, cancelPaymentPage)
      : null,
};

/** The checks of each call, in order. */
export const checksOf = {
  refund: [
    token,
    fields,
    sum,
    known,
    isPaid,
    hasProducts,
    productsAreOfOrder,
    amountsAreLeft,
    nothingWaits,
    terminalWorks,
  ],
  refundStatus: [token, knownToStatus, wasAsked],
  paymentStatus: [token, knownToStatus],
  cancel: [token, fields, known, refundWaits, isUnpaid],
  approval: [token, fields, sum, known],
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

function exceed(sentences: readonly string[]): SandboxResponse {
  const message = 'refundRejectionForProductAmountExceed';
  return conflict(message, errors(true, sentences), sentences.join(' '), inventedSentences);
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
