import { formatMoment } from '../../definition/sandbox-moment.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import type { SandboxRecord } from '../../model/sandbox.ts';
import type { Part } from './refund-body.ts';
import { leftOf, type Order, type Product, type RefundRequest } from './sandbox-orders.ts';

/** `Order of 499.50 NOK (product 21: 300.00, …)`. */
export function titleOfOrder({ products }: Order): string {
  if (products.length === 0) return 'Order without products';
  const list = products.map(({ id, amount }) => `product ${id}: ${amount}`).join(', ');
  return `Order of ${sumOf(products.map(({ amount }) => amount))} NOK (${list})`;
}

/** `49.50 NOK of order ODR1000000002`. */
export function titleOfRefund(uuid: string, parts: readonly Part[]): string {
  return `${sumOf(parts.map(({ amount }) => amount))} NOK of order ${uuid}`;
}

/** The id of a request: that of its order, and its number there. No number holds a `-`, so it is unique. */
export function refundId(uuid: string, number: number): string {
  return `${uuid}-${number}`;
}

/** An order, then what was asked of it. */
export function recordsOfOrder(uuid: string, order: Order): readonly SandboxRecord[] {
  const isTaken = order.products.some(({ taken }) => compareAmounts(taken, '0') > 0);
  const left = { name: 'left to refund', value: `${sumOf(order.products.map(leftOf))} NOK` };
  return [
    {
      kind: 'order',
      id: uuid,
      title: titleOfOrder(order),
      state: order.state,
      facts: [
        ...(isTaken ? [left, ...order.products.map(factOfProduct)] : []),
        ...(order.broken === true ? [{ name: 'terminal', value: 'out of order' }] : []),
      ],
    },
    ...order.refunds.map((refund, index) => recordOfRefund(uuid, refund, index + 1)),
  ];
}

function factOfProduct(product: Product): SandboxRecord['facts'][number] {
  const { id, amount } = product;
  return { name: `product ${id}`, value: `${leftOf(product)} of ${amount} NOK left` };
}

function recordOfRefund(uuid: string, { state, parts, at }: RefundRequest, number: number): SandboxRecord {
  const time = at === undefined ? [] : [{ name: 'asked for', value: formatMoment(at) }];
  return {
    kind: state === 'REVERSED' ? 'reversal' : 'refund',
    id: refundId(uuid, number),
    title: titleOfRefund(uuid, parts),
    state,
    facts: [...time, ...parts.map(({ id, amount }) => ({ name: `product ${id}`, value: `${amount} NOK` }))],
  };
}

function sumOf(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => addAmounts(sum, amount), '0');
}
