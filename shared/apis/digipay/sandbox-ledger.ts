import { compareAmounts, subtractAmounts } from '../../model/amount.ts';
import { series } from './sandbox-series.ts';

export type Transaction = {
  readonly amount: string;
  readonly refunded: string;
  /** Whether a refund of it meets a failure of the platform. */
  readonly broken?: true;
};

/** A merchant refund or a customer refund, most likely. */
export type TxnCode = 'MR' | 'CR';

export type Refund = {
  /** The id that the refund has as a transaction of its own. */
  readonly txnId: string;
  readonly initialTxnId: string;
  readonly amount: string;
  readonly txnCode: TxnCode;
  /** In milliseconds since 1970; `null` where it always stood there. */
  readonly at: number | null;
};

/** A token with the time it ends, in milliseconds since 1970. */
export type Token = { readonly token: string; readonly endsAt: number };

export type State = {
  readonly transactions: Readonly<Record<string, Transaction>>;
  readonly refunds: readonly Refund[];
  readonly tokens: readonly Token[];
};

/** A transaction by its id. One of the series stands in the ledger only once something became of it. */
export function findTransaction(
  { transactions }: Pick<State, 'transactions'>,
  id: string,
): Transaction | null {
  if (Object.hasOwn(transactions, id)) return transactions[id] ?? null;
  return series.has(id) ? { amount: '100.00', refunded: '0' } : null;
}

/** What can still be refunded. */
export function leftOf({ amount, refunded }: Transaction): string {
  return subtractAmounts(amount, refunded);
}

/** How far a transaction is refunded. The names are ours. */
export function stateOf(transaction: Transaction): 'SUCCESS' | 'PARTIALLY_REFUNDED' | 'REFUNDED' {
  if (compareAmounts(transaction.refunded, '0') === 0) return 'SUCCESS';
  return compareAmounts(leftOf(transaction), '0') > 0 ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
}
