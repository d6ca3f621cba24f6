import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';
import { type Order, requestRefund, reverse, settleRefund } from './sandbox-orders.ts';
import { titleOfOrder } from './sandbox-records.ts';

/** All orders by their UUID. */
export type State = { readonly orders: Readonly<Record<string, Order>> };

type DemoOrder = {
  readonly uuid: string;
  readonly order: Order;
  /** What is special about it, where the state does not say it. */
  readonly remark?: string;
};

/** The orders of a fresh ledger. What became of them was always so and has no time. */
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
  { uuid: 'ODR1000000006', order: refunded(makeOrder('PAID', [['61', '120.00']]), '61', '120.00') },
  { uuid: 'ODR1000000007', order: makeOrder('CANCELLED', [['71', '60.00']]) },
  {
    uuid: 'ODR1000000008',
    order: requestRefund(makeOrder('PAID', [['81', '200.00']]), [{ id: '81', amount: '200.00' }], null),
    remark: 'its refund waits on the terminal',
  },
  {
    uuid: 'ODR1000000009',
    order: { ...makeOrder('PAID', [['91', '10.00']]), broken: true },
    remark: 'its terminal is out of order',
  },
  {
    uuid: 'ODR1000000010',
    order: refunded(
      makeOrder('PAID', [
        ['101', '250.00'],
        ['102', '80.00'],
        ['103', '20.00'],
      ]),
      '101',
      '100.00',
    ),
    remark: '100.00 of product 101 are refunded',
  },
  {
    uuid: 'ODR1000000011',
    order: settleRefund(
      requestRefund(makeOrder('PAID', [['111', '64.00']]), [{ id: '111', amount: '64.00' }], null),
      1,
      'REJECTED',
    ),
    remark: 'its refund was rejected',
  },
  {
    uuid: 'ODR1000000012',
    order: reverse(makeOrder('PAID', [['121', '35.00']]), [{ id: '121', amount: '35.00' }], null),
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

/** The ledger with an order as it is now. */
export function withOrder({ orders }: State, uuid: string, order: Order): State {
  return { orders: { ...orders, [uuid]: order } };
}

/** How a demo order is shown to people. */
export function describeDemoOrder({ uuid, order, remark }: DemoOrder): DemoTransaction {
  const title = titleOfOrder(order);
  return { id: uuid, title: remark === undefined ? title : `${title}; ${remark}`, state: order.state };
}

function makeOrder(
  state: Order['state'],
  products: readonly (readonly [id: string, amount: string])[],
): Order {
  return { state, products: products.map(([id, amount]) => ({ id, amount, taken: '0' })), refunds: [] };
}

function refunded(order: Order, id: string, amount: string): Order {
  return settleRefund(requestRefund(order, [{ id, amount }], null), 1, 'REFUNDED');
}
