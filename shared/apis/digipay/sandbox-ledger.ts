import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';

export type Transaction = {
  readonly state: 'SUCCESS' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  readonly amount: string;
  readonly refunded: string;
  /** Whether a refund of it meets a failure of the platform. */
  readonly broken?: true;
};

/** A token with the time it ends, in milliseconds since 1970. */
export type Token = { readonly token: string; readonly endsAt: number };

export type State = {
  readonly transactions: Readonly<Record<string, Transaction>>;
  readonly refunds: readonly {
    readonly txnId: string;
    readonly initialTxnId: string;
    readonly amount: string;
  }[];
  readonly tokens: readonly Token[];
};

export const credentials = {
  'digipay.clientId': 'sandbox-client-not-a-real-one',
  'digipay.secretKey': 'sandbox-secret-key-not-a-real-one',
  'digipay.companyId': '0123456789abcdef0123456789abcdef',
};

export const series = defineSeries('c00000000000000000000000', {
  title: 'Payments of 100.00',
  state: 'SUCCESS',
});

export const transactions: readonly DemoTransaction[] = [
  { id: 'a0000000000000000000000000000001', title: 'Payment of 100.00', state: 'SUCCESS' },
  { id: 'a0000000000000000000000000000002', title: 'Payment of 250.00', state: 'SUCCESS' },
  { id: 'a0000000000000000000000000000003', title: 'Payment of 80.00', state: 'SUCCESS' },
  {
    id: 'a0000000000000000000000000000004',
    title: 'Payment of 60.00, already refunded',
    state: 'REFUNDED',
  },
  {
    id: 'a0000000000000000000000000000005',
    title: 'Payment of 10.00; its refund gets a 500',
    state: 'SUCCESS',
  },
];

/** A fresh ledger. */
export function seedState(): State {
  return {
    transactions: {
      a0000000000000000000000000000001: { state: 'SUCCESS', amount: '100.00', refunded: '0' },
      a0000000000000000000000000000002: { state: 'SUCCESS', amount: '250.00', refunded: '0' },
      a0000000000000000000000000000003: { state: 'SUCCESS', amount: '80.00', refunded: '0' },
      a0000000000000000000000000000004: { state: 'REFUNDED', amount: '60.00', refunded: '60.00' },
      a0000000000000000000000000000005: { state: 'SUCCESS', amount: '10.00', refunded: '0', broken: true },
    },
    refunds: [],
    tokens: [],
  };
}

/** A transaction by its id. One of the series stands in the ledger only once something became of it. */
export function findTransaction({ transactions: known }: State, id: string): Transaction | undefined {
  if (Object.hasOwn(known, id)) return known[id];
  return series.has(id) ? { state: 'SUCCESS', amount: '100.00', refunded: '0' } : undefined;
}
