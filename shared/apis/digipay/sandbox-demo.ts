import type { DemoTransaction } from '../../definition/sandbox-definition.ts';
import { type Refund, type State, stateOf, type Transaction } from './sandbox-ledger.ts';

type Demo = Transaction & { readonly id: string; readonly about?: string };

const demos: readonly Demo[] = [
  { id: 'a0000000000000000000000000000001', amount: '100.00', refunded: '0' },
  { id: 'a0000000000000000000000000000002', amount: '250.00', refunded: '0' },
  { id: 'a0000000000000000000000000000003', amount: '80.00', refunded: '0' },
  {
    id: 'a0000000000000000000000000000004',
    amount: '60.00',
    refunded: '60.00',
    about: ', already refunded with CR',
  },
  {
    id: 'a0000000000000000000000000000005',
    amount: '10.00',
    refunded: '0',
    broken: true,
    about: '; its refund gets a 500',
  },
  {
    id: 'a0000000000000000000000000000006',
    amount: '120.00',
    refunded: '45.50',
    about: ', 45.50 of it refunded with MR',
  },
  {
    id: 'a0000000000000000000000000000007',
    amount: '90.00',
    refunded: '50.00',
    about: ', 30.00 of it refunded with MR and 20.00 with CR',
  },
  {
    id: 'a0000000000000000000000000000008',
    amount: '40.00',
    refunded: '40.00',
    about: ', already refunded with MR',
  },
];

const refunds: readonly Refund[] = (
  [
    ['4', '60.00', 'CR'],
    ['6', '45.50', 'MR'],
    ['7', '30.00', 'MR'],
    ['7', '20.00', 'CR'],
    ['8', '40.00', 'MR'],
  ] as const
).map(([last, amount, txnCode], index) => ({
  txnId: `f000000000000000000000000000000${index + 1}`,
  initialTxnId: `a000000000000000000000000000000${last}`,
  amount,
  txnCode,
  at: null,
}));

export const transactions: readonly DemoTransaction[] = demos.map(({ id, about = '', ...transaction }) => ({
  id,
  title: `Payment of ${transaction.amount}${about}`,
  state: stateOf(transaction),
}));

/** A fresh ledger. */
export function seedState(): State {
  return {
    transactions: Object.fromEntries(
      demos.map(({ id, amount, refunded, broken }) => [
        id,
        { amount, refunded, ...(broken === undefined ? {} : { broken }) },
      ]),
    ),
    refunds,
    tokens: [],
  };
}
