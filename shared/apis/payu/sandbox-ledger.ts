import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';

export type Payment = {
  readonly merchantId: string;
  readonly state: 'auth' | 'captured' | 'failed';
  readonly amount: string;
  readonly refunded: string;
};

export type Refund = {
  readonly refundId: string;
  readonly payuId: string;
  readonly amount: string;
  readonly requestId: string;
  readonly action: 'refund' | 'cancel';
  readonly status: 'queued' | 'success' | 'failure';
  /** Milliseconds since 1970. */
  readonly at: number;
};

export type State = {
  readonly payments: Readonly<Record<string, Payment>>;
  readonly refunds: readonly Refund[];
  readonly nextRequestId: string;
};

export const credentials = {
  'payu.accessToken': 'sandbox-access-token-not-a-real-one',
  'payu.clientSecret': 'sandbox-client-secret-not-a-real-one',
  'payu.merchantId': '8238480',
  'payu.resellerId': '1212312213',
};

export const series = defineSeries('4039937160', { title: 'Payments of 1000.00 INR', state: 'captured' });

/** In milliseconds; how long the same amount of the same payment is refused. */
export const fiveMinutes = 5 * 60 * 1000;

export const transactions: readonly DemoTransaction[] = [
  { id: '403993715529606983', title: 'Payment of 500.00 INR', state: 'captured' },
  { id: '403993715529339129', title: 'Payment of 1000.00 INR', state: 'captured' },
  { id: '17788074728', title: 'Payment of 750.00 INR', state: 'auth' },
  { id: '17842967667', title: 'Payment of 300.00 INR', state: 'failed' },
];

/** A fresh ledger. */
export function seedState(): State {
  return {
    payments: {
      '403993715529606983': { merchantId: '8238480', state: 'captured', amount: '500.00', refunded: '0' },
      '403993715529339129': { merchantId: '8238480', state: 'captured', amount: '1000.00', refunded: '0' },
      '17788074728': { merchantId: '8238480', state: 'auth', amount: '750.00', refunded: '0' },
      '17842967667': { merchantId: '8238480', state: 'failed', amount: '300.00', refunded: '0' },
    },
    refunds: [],
    nextRequestId: '12486538355',
  };
}

/** A payment by its id. One of the series stands in the ledger only once something became of it. */
export function findPayment({ payments }: State, payuId: string): Payment | undefined {
  if (Object.hasOwn(payments, payuId)) return payments[payuId];
  return series.has(payuId)
    ? { merchantId: credentials['payu.merchantId'], state: 'captured', amount: '1000.00', refunded: '0' }
    : undefined;
}
