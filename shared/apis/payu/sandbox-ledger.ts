import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import { series } from './sandbox-series.ts';
import { credentials } from './sandbox-credentials.ts';

export const paymentStates = [
  'auth',
  'captured',
  'cancelled',
  'failed',
  'bounced',
  'dropped',
  'userCancelled',
] as const;

export type Payment = {
  readonly merchantId: string;
  /** A captured one stays captured while it is refunded; `shownState` tells how far that went. */
  readonly state: (typeof paymentStates)[number];
  readonly amount: string;
  /** What is given back or promised: refunds that wait count, those that failed do not. */
  readonly refunded: string;
};

export type Refund = {
  readonly refundId: string;
  readonly payuId: string;
  readonly amount: string;
  /** No two refunds have the same. */
  readonly requestId: string;
  readonly action: 'refund' | 'cancel';
  readonly status: 'queued' | 'success' | 'failure';
  /** When it was accepted, in milliseconds since 1970; `null` where it always stood there. */
  readonly at: number | null;
};

export type State = {
  readonly payments: Readonly<Record<string, Payment>>;
  readonly refunds: readonly Refund[];
  readonly nextRequestId: string;
  /** When the demo token ends, in milliseconds since 1970; `null` where it never does. */
  readonly tokenEndsAt: number | null;
};

/** In milliseconds; how long the same amount of the same payment is refused. */
export const fiveMinutes = 5 * 60 * 1000;

/** A payment by its id. One of the series stands in the ledger only once something became of it. */
export function findPayment({ payments }: Pick<State, 'payments'>, payuId: string): Payment | null {
  if (Object.hasOwn(payments, payuId)) return payments[payuId] ?? null;
  return series.has(payuId)
    ? { merchantId: credentials['payu.merchantId'], state: 'captured', amount: '1000.00', refunded: '0' }
    : null;
}

/** What can still be refunded. */
export function leftOf({ amount, refunded }: Payment): string {
  return subtractAmounts(amount, refunded);
}

/** The state of a payment in PayU's words, where `waiting` of what is refunded is only promised. */
export function shownState(payment: Payment, waiting: string): string {
  if (payment.state !== 'captured') return payment.state;
  const settled = subtractAmounts(payment.refunded, waiting);
  if (compareAmounts(settled, '0') <= 0) return 'captured';
  return compareAmounts(settled, payment.amount) < 0 ? 'partially refunded' : 'refunded';
}

/** What refunds of these states come to, by the id of their payment. */
export function amountsByPayment(
  refunds: readonly Refund[],
  states: readonly Refund['status'][],
): ReadonlyMap<string, string> {
  const amounts = new Map<string, string>();
  for (const { payuId, amount, status } of refunds) {
    if (states.includes(status)) amounts.set(payuId, addAmounts(amounts.get(payuId) ?? '0', amount));
  }
  return amounts;
}
