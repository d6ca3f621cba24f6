import * as v from 'valibot';

import {
  amountText,
  areDifferent,
  checkedAsWhole,
  idText,
  moment,
} from '../../definition/sandbox-schema-parts.ts';
import { compareAmounts } from '../../model/amount.ts';
import { amountsByPayment, findPayment, paymentStates, type State } from './sandbox-ledger.ts';

/** PayU's ids are digits; as bare numbers in JSON they cannot begin with a zero. */
const digits = v.pipe(
  v.string('it is no text'),
  v.regex(/^[1-9]\d{0,29}$/, 'it is no id of digits such as 403993715529606983'),
);

const payment = v.strictObject({
  merchantId: idText,
  state: v.picklist(paymentStates, `it is none of ${paymentStates.join(', ')}`),
  amount: amountText,
  refunded: v.optional(amountText, '0'),
});

const refund = v.strictObject({
  refundId: idText,
  payuId: digits,
  amount: amountText,
  requestId: digits,
  action: v.picklist(['refund', 'cancel'], 'it is neither refund nor cancel'),
  status: v.picklist(['queued', 'success', 'failure'], 'it is none of queued, success, failure'),
  at: v.optional(v.nullable(moment), null),
});

/** A ledger as a tester may write it; of every payment at least what its refunds come to counts as refunded. */
export const schema: v.GenericSchema<unknown, State> = checkedAsWhole(
  v.strictObject({
    payments: v.record(digits, payment),
    refunds: v.array(refund),
    nextRequestId: digits,
    tokenEndsAt: v.nullable(moment),
  }),
  faultsOf,
);

function faultsOf({ payments, refunds, nextRequestId }: State): readonly string[] {
  const ids = refunds.map(({ requestId }) => requestId);
  const isTwice = !areDifferent(ids);
  const tooHigh = refunds.filter(({ requestId }) => compareAmounts(requestId, nextRequestId) >= 0);
  const amounts = [...amountsByPayment(refunds, ['queued', 'success'])];
  // A file may have payments of its own beside the refunds of the demo ledger, which are then of none.
  const uncounted = amounts.filter(([payuId, amount]) => {
    const known = findPayment({ payments }, payuId);
    return known !== null && compareAmounts(known.refunded, amount) < 0;
  });
  const overdrawn = Object.entries(payments).filter(
    ([, { amount, refunded }]) => compareAmounts(refunded, amount) > 0,
  );
  return [
    ...overdrawn.map(([payuId]) => `payments.${payuId}.refunded: more is refunded than was paid`),
    ...(isTwice ? ['refunds: two of them have the same requestId'] : []),
    ...tooHigh.map(({ requestId }) => `refunds: requestId ${requestId} is not below nextRequestId`),
    ...uncounted.map(
      ([payuId, amount]) =>
        `payments.${payuId}.refunded: it is less than the ${amount} of its refunds that wait or succeeded`,
    ),
  ];
}
