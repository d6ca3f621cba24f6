import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';
import { addAmounts } from '../../model/amount.ts';
import { type Order, requestRefund, settleRefund } from './sandbox-orders.ts';

/** All orders by their UUID. */
export type State = { readonly orders: Readonly<Record<string, Order>> };

type DemoOrder = {
  readonly uuid: string;
  readonly order: Order;
  /** What is special about it, where the state does not say it. */
  readonly remark?: string;
};

const pending = requestRefund(makeOrder('PAID', [['81', '200.00']]), [{ id: '81', amount: '200.00' }]);
const refunded = requestRefund(makeOrder('PAID', [['61', '120.00']]), [{ id: '61', amount: '120.00' }]);

/** The orders of a fresh ledger. */
export const demoOrders: readonly DemoOrder[] = [
  { uuid: 'ODR1000000001', order: makeOrder('PAID', [['12', '42.00']]) },
  {
    uuid: 'ODR1000000002',
    order: makeOrder('PAID', [
      ['21', '300.00'],
      ['22', '149.50'],
      ['23', '50.00'],
    ]),
  },
  { uuid: 'ODR1000000003', order: makeOrder('PAID', [['31', '99.00']]) },
  { uuid: 'ODR1000000004', order: makeOrder('CREATED', [['41', '75.00']]) },
  { uuid: 'ODR1000000005', order: makeOrder('PAID', []) },
  { uuid: 'ODR1000000006', order: settleRefund(refunded, 'REFUNDED') },
  { uuid: 'ODR1000000007', order: makeOrder('CANCELLED', [['71', '60.00']]) },
  { uuid: 'ODR1000000008', order: pending, remark: 'its refund waits on the terminal' },
  {
    uuid: 'ODR1000000009',
    order: { ...makeOrder('PAID', [['91', '10.00']]), broken: true },
    remark: 'its terminal is out of order',
  },
];

/** Orders that are all alike, for tables and long runs. */
export const series = defineSeries('ODR20', {
  title: 'Orders of 100.00 NOK (product 1: 100.00)',
  state: 'PAID',
});

const orderOfSeries = makeOrder('PAID', [['1', '100.00']]);

/** An order by its UUID; `null` where there is none. One of the series stands in the ledger only once something became of it. */
export function findOrder({ orders }: State, uuid: string): Order | null {
  if (Object.hasOwn(orders, uuid)) return orders[uuid] ?? null;
  return series.has(uuid) ? orderOfSeries : null;
}

/** How a demo order is shown to people. */
export function describeDemoOrder({ uuid, order, remark }: DemoOrder): DemoTransaction {
  const total = order.products.reduce((sum, { amount }) => addAmounts(sum, amount), '0');
  const products = order.products.map(({ id, amount }) => `product ${id}: ${amount}`).join(', ');
  const title = products === '' ? 'Order without products' : `Order of ${total} NOK (${products})`;
  return { id: uuid, title: remark === undefined ? title : `${title}; ${remark}`, state: order.state };
}

function makeOrder(
  state: Order['state'],
  products: readonly (readonly [id: string, amount: string])[],
): Order {
  return { state, products: products.map(([id, amount]) => ({ id, amount, taken: '0' })), refunds: [] };
}
