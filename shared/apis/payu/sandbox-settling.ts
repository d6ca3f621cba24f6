import type { SandboxSettling } from '../../definition/sandbox-definition.ts';
import { subtractAmounts } from '../../model/amount.ts';
import type { SettledOutcome } from '../../model/sandbox.ts';
import { findPayment, type Payment, type Refund, type State } from './sandbox-ledger.ts';

/** `102` only says that a refund is queued; these are the ends it comes to (PayU: Refund Status Callback). */
export const settling: SandboxSettling<State> = {
  pending: ({ refunds }) =>
    refunds.flatMap(({ status, requestId, action, amount, payuId, at }) =>
      status === 'queued'
        ? [{ id: requestId, title: `${action} of ${amount} INR of payment ${payuId}`, since: at }]
        : [],
    ),
  settle,
};

/** Ends the queued refund of this `request_id`; `null` where there is none. What fails gives its amount back. */
export function settle(state: State, requestId: string, outcome: SettledOutcome): State | null {
  const index = state.refunds.findIndex(
    (refund) => refund.requestId === requestId && refund.status === 'queued',
  );
  const refund = state.refunds[index];
  if (refund === undefined) return null;
  const refunds = state.refunds.with(index, { ...refund, status: outcome });
  const payment = findPayment(state, refund.payuId);
  if (payment === null) return { ...state, refunds };
  const settled = settledPayment(payment, refund, outcome);
  return { ...state, refunds, payments: { ...state.payments, [refund.payuId]: settled } };
}

function settledPayment(payment: Payment, { action, amount }: Refund, outcome: SettledOutcome): Payment {
  if (outcome === 'failure') return { ...payment, refunded: subtractAmounts(payment.refunded, amount) };
  const isCancelled = action === 'cancel' && payment.state === 'auth';
  return isCancelled ? { ...payment, state: 'cancelled' } : payment;
}
