import type { SandboxSettling } from '../../definition/sandbox-definition.ts';
import { findOrder, type State, withOrder } from './sandbox-demo.ts';
import { settleRefund, waitingNumbers } from './sandbox-orders.ts';
import { refundId, titleOfRefund } from './sandbox-records.ts';

/** Refund requests end on the terminal: `REFUNDED`, or `REJECTED`, which leaves the order paid. */
export const settling: SandboxSettling<State> = {
  pending: ({ orders }) =>
    Object.entries(orders).flatMap(([uuid, order]) =>
      waitingNumbers(order).map((number) => {
        const { parts = [], at = null } = order.refunds[number - 1] ?? {};
        return { id: refundId(uuid, number), title: titleOfRefund(uuid, parts), since: at };
      }),
    ),
  settle: (state, id, outcome) => {
    const [, uuid = '', digits = ''] = /^(.+)-(\d{1,9})$/s.exec(id) ?? [];
    const order = findOrder(state, uuid);
    if (order === null) return null;
    const settled = settleRefund(order, Number(digits), outcome === 'success' ? 'REFUNDED' : 'REJECTED');
    return settled === order ? null : withOrder(state, uuid, settled);
  },
};
