import { formatMoment } from '../../definition/sandbox-moment.ts';
import { subtractAmounts } from '../../model/amount.ts';
import type { SandboxRecord } from '../../model/sandbox.ts';
import {
  amountsByPayment,
  leftOf,
  type Payment,
  type Refund,
  shownState,
  type State,
} from './sandbox-ledger.ts';

/** The ledger as people read it: payments, then refunds. */
export function describeState({ payments, refunds }: State): readonly SandboxRecord[] {
  const waiting = amountsByPayment(refunds, ['queued']);
  return [
    ...Object.entries(payments).map(([payuId, payment]) =>
      describePayment(payuId, payment, waiting.get(payuId) ?? '0'),
    ),
    ...refunds.map(describeRefund),
  ];
}

function describePayment(payuId: string, payment: Payment, waiting: string): SandboxRecord {
  return {
    kind: 'payment',
    id: payuId,
    title: `Payment of ${payment.amount} INR`,
    state: shownState(payment, waiting),
    facts: [
      { name: 'amount', value: payment.amount },
      { name: 'refunded', value: subtractAmounts(payment.refunded, waiting) },
      { name: 'waiting', value: waiting },
      { name: 'left', value: leftOf(payment) },
      { name: 'merchant_id', value: payment.merchantId },
    ],
  };
}

function describeRefund({ requestId, action, amount, payuId, refundId, status, at }: Refund): SandboxRecord {
  return {
    kind: 'refund',
    id: requestId,
    title: `${action} of ${amount} INR of payment ${payuId}`,
    state: status,
    facts: [
      { name: 'amount', value: amount },
      { name: 'payu_id', value: payuId },
      { name: 'refund_id', value: refundId },
      { name: 'action', value: action },
      ...(at === null ? [] : [{ name: 'accepted', value: formatMoment(at) }]),
    ],
  };
}
