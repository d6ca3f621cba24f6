import * as v from 'valibot';

import { amountText, checkedAsWhole, moment } from '../../definition/sandbox-schema-parts.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import { findTransaction, type State } from './sandbox-ledger.ts';

const transactionId = v.pipe(
  v.string('it is no text'),
  v.regex(/^[\da-fA-F]{32}$/, 'it is no id of 32 hexadecimal digits'),
);

const transaction = v.strictObject({
  amount: amountText,
  refunded: v.optional(amountText, '0'),
  broken: v.exactOptional(v.literal(true, 'it is not true')),
});

const refund = v.strictObject({
  txnId: transactionId,
  initialTxnId: transactionId,
  amount: amountText,
  txnCode: v.picklist(['MR', 'CR'], 'it is neither MR nor CR'),
  at: v.optional(v.nullable(moment), null),
});

const token = v.strictObject({
  token: v.pipe(v.string('it is no text'), v.regex(/^[!-~]{1,300}$/, 'it is no token')),
  endsAt: moment,
});

/** A ledger as a tester may write it; of every transaction at least what its refunds come to counts as refunded. */
export const schema: v.GenericSchema<unknown, State> = checkedAsWhole(
  v.strictObject({
    transactions: v.record(transactionId, transaction),
    refunds: v.array(refund),
    tokens: v.array(token),
  }),
  faultsOf,
);

function faultsOf({ transactions, refunds }: State): readonly string[] {
  const amounts = new Map<string, string>();
  for (const { initialTxnId, amount } of refunds)
    amounts.set(initialTxnId, addAmounts(amounts.get(initialTxnId) ?? '0', amount));
  const overdrawn = Object.entries(transactions).filter(
    ([, { amount, refunded }]) => compareAmounts(refunded, amount) > 0,
  );
  // A file may have transactions of its own beside the refunds of the demo ledger, which are then of none.
  const uncounted = [...amounts].filter(([id, amount]) => {
    const known = findTransaction({ transactions }, id);
    return known !== null && compareAmounts(known.refunded, amount) < 0;
  });
  return [
    ...overdrawn.map(([id]) => `transactions.${id}.refunded: more is refunded than was paid`),
    ...uncounted.map(
      ([id, amount]) => `transactions.${id}.refunded: it is less than the ${amount} of its refunds`,
    ),
  ];
}
