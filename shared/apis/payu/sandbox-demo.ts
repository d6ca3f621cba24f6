import type { DemoTransaction } from '../../definition/sandbox-definition.ts';
import { credentials } from './sandbox-credentials.ts';
import type { Payment, Refund, State } from './sandbox-ledger.ts';

type Demo = Payment & {
  readonly id: string;
  /** What the title says beside the amount. */
  readonly about?: string;
  /** As the list of transactions has it, where it is not the state of the payment. */
  readonly shown?: string;
};

const own = { merchantId: credentials['payu.merchantId'], refunded: '0' } as const;

const demos: readonly Demo[] = [
  { ...own, id: '403993715529606983', state: 'captured', amount: '500.00' },
  { ...own, id: '403993715529339129', state: 'captured', amount: '1000.00' },
  { ...own, id: '17788074728', state: 'auth', amount: '750.00' },
  { ...own, id: '17842967667', state: 'failed', amount: '300.00' },
  {
    ...own,
    id: '403993715529400101',
    state: 'captured',
    amount: '1000.00',
    refunded: '200.00',
    shown: 'partially refunded',
    about: '200.00 of it refunded',
  },
  {
    ...own,
    id: '403993715529400102',
    state: 'captured',
    amount: '400.00',
    refunded: '400.00',
    shown: 'refunded',
    about: 'all of it refunded',
  },
  {
    ...own,
    id: '403993715529400103',
    state: 'captured',
    amount: '600.00',
    refunded: '250.00',
    about: 'a refund of 250.00 waits',
  },
  {
    ...own,
    id: '403993715529400104',
    state: 'captured',
    amount: '900.00',
    about: 'a refund of 100.00 failed',
  },
  {
    ...own,
    id: '403993715529400105',
    merchantId: '8238481',
    state: 'captured',
    amount: '800.00',
    about: 'of another merchant',
  },
  { ...own, id: '17788074801', state: 'cancelled', amount: '320.00', refunded: '320.00' },
  { ...own, id: '17842967702', state: 'bounced', amount: '150.00' },
  { ...own, id: '17842967703', state: 'dropped', amount: '160.00' },
  { ...own, id: '17842967704', state: 'userCancelled', amount: '170.00' },
];

const always = { action: 'refund', at: null } as const;

const refunds: readonly Refund[] = [
  {
    ...always,
    requestId: '12486538301',
    refundId: 'DEMO-PART',
    payuId: '403993715529400101',
    amount: '200.00',
    status: 'success',
  },
  {
    ...always,
    requestId: '12486538302',
    refundId: 'DEMO-WHOLE',
    payuId: '403993715529400102',
    amount: '400.00',
    status: 'success',
  },
  {
    ...always,
    requestId: '12486538303',
    refundId: 'DEMO-WAITS',
    payuId: '403993715529400103',
    amount: '250.00',
    status: 'queued',
  },
  {
    ...always,
    requestId: '12486538304',
    refundId: 'DEMO-FAILED',
    payuId: '403993715529400104',
    amount: '100.00',
    status: 'failure',
  },
  {
    ...always,
    requestId: '12486538305',
    refundId: 'DEMO-CANCEL',
    payuId: '17788074801',
    amount: '320.00',
    action: 'cancel',
    status: 'success',
  },
];

export const transactions: readonly DemoTransaction[] = demos.map(
  ({ id, amount, state, shown = state, about }) => ({
    id,
    title: `Payment of ${amount} INR${about === undefined ? '' : `, ${about}`}`,
    state: shown,
  }),
);

/** A fresh ledger. */
export function seedState(): State {
  return {
    payments: Object.fromEntries(
      demos.map(({ id, merchantId, state, amount, refunded }) => [
        id,
        { merchantId, state, amount, refunded },
      ]),
    ),
    refunds,
    nextRequestId: '12486538355',
    tokenEndsAt: null,
  };
}
