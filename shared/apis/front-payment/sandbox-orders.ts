import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import type { Part } from './refund-body.ts';

type Product = {
  readonly id: string;
  readonly amount: string;
  /** Refunded, reversed, or asked for and not settled yet. */
  readonly taken: string;
};

type RefundRequest = {
  readonly state: 'REFUND_PENDING' | 'REFUNDED' | 'REJECTED';
  readonly parts: readonly Part[];
};

export type Order = {
  readonly state: 'CREATED' | 'PAID' | 'REFUNDED' | 'REVERSED' | 'CANCELLED';
  readonly products: readonly Product[];
  readonly refunds: readonly RefundRequest[];
  /** Whether its terminal is out of order. */
  readonly broken?: true;
};

/** What of a product can still be refunded. */
export function leftOf({ amount, taken }: Product): string {
  return subtractAmounts(amount, taken);
}

/** What the parts of a request ask for one product; a product may be named more than once. */
export function askedOf({ id }: Product, parts: readonly Part[]): string {
  return parts.filter((part) => part.id === id).reduce((sum, { amount }) => addAmounts(sum, amount), '0');
}

/** Adds a refund that waits on the terminal; what it asks for is taken at once, so that nobody can ask for it twice. */
export function requestRefund(order: Order, parts: readonly Part[]): Order {
  return {
    ...order,
    products: take(order.products, parts),
    refunds: [...order.refunds, { state: 'REFUND_PENDING', parts }],
  };
}

/** Takes a payment back at once. */
export function reverse(order: Order, parts: readonly Part[]): Order {
  const products = take(order.products, parts);
  return { ...order, products, state: isUsedUp(products) ? 'REVERSED' : order.state };
}

/** The refund that a status or cancel call is about: the last one that waits, or else the last one. */
export function currentRefund({ refunds }: Order): RefundRequest | null {
  return refunds.findLast(({ state }) => state === 'REFUND_PENDING') ?? refunds.at(-1) ?? null;
}

/** Ends the refund that waits on the terminal; a rejected one gives back what it had taken. */
export function settleRefund(order: Order, outcome: 'REFUNDED' | 'REJECTED'): Order {
  const refund = currentRefund(order);
  if (refund?.state !== 'REFUND_PENDING') return order;
  const refunds = order.refunds.map((other) => (other === refund ? { ...refund, state: outcome } : other));
  if (outcome === 'REJECTED') return { ...order, refunds, products: giveBack(order.products, refund.parts) };
  const done = isUsedUp(order.products) && refunds.every(({ state }) => state !== 'REFUND_PENDING');
  return { ...order, refunds, state: done ? 'REFUNDED' : order.state };
}

function take(products: readonly Product[], parts: readonly Part[]): readonly Product[] {
  return products.map((product) => ({
    ...product,
    taken: addAmounts(product.taken, askedOf(product, parts)),
  }));
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
