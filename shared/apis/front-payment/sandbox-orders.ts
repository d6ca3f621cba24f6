import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import type { Part } from './refund-body.ts';

export type Product = {
  readonly id: string;
  readonly amount: string;
  /** Refunded, reversed, or asked for and not settled yet. */
  readonly taken: string;
};

/** What was asked for; `REVERSED` was taken back at once, without the terminal. The name of the waiting state is a guess. */
export type RefundRequest = {
  readonly state: 'REFUND_PENDING' | 'REFUNDED' | 'REJECTED' | 'REVERSED';
  readonly parts: readonly Part[];
  /** Milliseconds since 1970 by the sandbox's clock; absent where it always stood there. */
  readonly at?: number;
};

export type Order = {
  readonly state: 'CREATED' | 'PAID' | 'REFUNDED' | 'REVERSED' | 'CANCELLED';
  readonly products: readonly Product[];
  /** Oldest first; the number of a request counts from 1. */
  readonly refunds: readonly RefundRequest[];
  /** Whether its terminal is out of order. */
  readonly broken?: true;
};

/** What of a product can still be refunded. */
export function leftOf({ amount, taken }: Product): string {
  return subtractAmounts(amount, taken);
}

/** What the parts of a request ask for one product; a product may be named more than once. */
export function askedOf({ id }: Pick<Product, 'id'>, parts: readonly Part[]): string {
  return parts.filter((part) => part.id === id).reduce((sum, { amount }) => addAmounts(sum, amount), '0');
}

/** What all requests took of a product and did not give back. */
export function bookedOf(product: Pick<Product, 'id'>, refunds: readonly RefundRequest[]): string {
  return askedOf(
    product,
    refunds.filter(({ state }) => state !== 'REJECTED').flatMap(({ parts }) => parts),
  );
}

/** Adds a refund that waits on the terminal; what it asks for is taken at once, so that nobody can ask for it twice. */
export function requestRefund(order: Order, parts: readonly Part[], at: number | null): Order {
  return book(order, 'REFUND_PENDING', parts, at);
}

/** Takes a payment, or a part of it, back at once. */
export function reverse(order: Order, parts: readonly Part[], at: number | null): Order {
  const reversed = book(order, 'REVERSED', parts, at);
  return isUsedUp(reversed.products) ? { ...reversed, state: 'REVERSED' } : reversed;
}

/** The refund that a status call is about: the last one that waits, or else the last one. */
export function currentRefund({ refunds }: Order): RefundRequest | null {
  return (
    refunds.findLast(({ state }) => state === 'REFUND_PENDING') ??
    refunds.findLast(({ state }) => state !== 'REVERSED') ??
    null
  );
}

/** The numbers of the requests that wait on the terminal, oldest first. */
export function waitingNumbers({ refunds }: Order): readonly number[] {
  return refunds.flatMap(({ state }, index) => (state === 'REFUND_PENDING' ? [index + 1] : []));
}

/**
 * Ends the request of that number, if it waits on the terminal; else gives the very order. A rejected one gives back
 * what it had taken and leaves the order paid.
 */
export function settleRefund(order: Order, number: number, outcome: 'REFUNDED' | 'REJECTED'): Order {
  const refund = order.refunds[number - 1];
  if (refund?.state !== 'REFUND_PENDING') return order;
  const refunds = order.refunds.with(number - 1, { ...refund, state: outcome });
  if (outcome === 'REJECTED') return { ...order, refunds, products: giveBack(order.products, refund.parts) };
  const isDone = isUsedUp(order.products) && waitingNumbers({ ...order, refunds }).length === 0;
  return { ...order, refunds, state: isDone ? 'REFUNDED' : order.state };
}

function book(
  order: Order,
  state: RefundRequest['state'],
  parts: readonly Part[],
  at: number | null,
): Order {
  const products = order.products.map((product) => ({
    ...product,
    taken: addAmounts(product.taken, askedOf(product, parts)),
  }));
  return { ...order, products, refunds: [...order.refunds, { state, parts, ...(at === null ? {} : { at }) }] };
}

function giveBack(products: readonly Product[], parts: readonly Part[]): readonly Product[] {
  return products.map((product) => ({
    ...product,
    taken: subtractAmounts(product.taken, askedOf(product, parts)),
  }));
}

function isUsedUp(products: readonly Product[]): boolean {
  return products.every((product) => compareAmounts(leftOf(product), '0') <= 0);
}
