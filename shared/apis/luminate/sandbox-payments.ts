import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';
import { minorToMajor, subtractAmounts } from '../../model/amount.ts';
import type { Part, Payment, Refund, Tickets } from './sandbox-ledger.ts';

/** A payment by what is not as usual; a part is `paid`, or `paid, left`, tickets `sold`, or `sold, valid`. */
type Given = Pick<Payment, 'id' | 'kind' | 'paid'> &
  Partial<Omit<Payment, 'parts' | 'tickets'>> & {
    readonly parts?: Readonly<Record<string, string | readonly [paid: string, left: string]>>;
    readonly tickets?: Readonly<Record<string, string | readonly [sold: string, valid: string]>>;
  };

/** The payments that the document's samples name; what it leaves open is invented. */
const ofDocument: readonly Given[] = [
  { id: '1000', kind: 'donation', paid: '2000', processorId: '123' },
  {
    id: '5579',
    kind: 'donation',
    paid: '2000',
    processorId: '02RYXSPGD7WD4',
    code: '709-1201-1-5470-5579',
  },
  { id: '5508', kind: 'donation', paid: '2500', code: '709-1201-1-4215-5508' },
  {
    id: '5510',
    kind: 'TeamRaiser',
    paid: '7500',
    processorId: '02MCM1XXV1ID1',
    code: '709-1201-1-0258-5510',
    parts: { 'registration 1001': '5000', 'gift with registration 1001': '2500' },
  },
  { id: '5511', kind: 'TeamRaiser', paid: '5000', parts: { 'registration 1003': '5000' } },
  {
    id: '5422',
    kind: 'personal fundraising',
    paid: '25000',
    processorId: '02LCV1DGC0WX1',
    code: '709-1201-1-3532-5422',
    parts: { gift: '15000' },
  },
  { id: '5429', kind: 'personal fundraising', paid: '4000', code: '709-1201-1-9872-5429' },
  {
    id: '5589',
    kind: 'tickets',
    paid: '23000',
    processorId: '01PNXSPGC8QA5',
    code: '709-1201-1-5470-5589',
    parts: { gift: '10000', 'ticket class 101': '13000' },
    tickets: { '101': '2' },
  },
  {
    id: '5590',
    kind: 'tickets',
    paid: '13000',
    parts: { 'ticket class 101': '13000' },
    tickets: { '101': '2' },
  },
  {
    id: '5599',
    kind: 'ecommerce',
    paid: '14294',
    processorId: '02TBPXLBC4PC5',
    code: '709-1201-1-4815-5599',
    parts: { gift: '10000', shipping: '795', 'store item 502': '3499' },
  },
  {
    id: '5598',
    kind: 'ecommerce',
    paid: '4294',
    processorId: '02LWZAMGA9ID3',
    parts: { 'store item 502': '3499', shipping: '795' },
  },
];

const donations: readonly Given[] = [
  { id: '5601', kind: 'donation', paid: '5000' },
  { id: '5602', kind: 'donation', paid: '3000' },
  { id: '5603', kind: 'donation', paid: '1500', gift: 'recurring' },
  { id: '5604', kind: 'donation', paid: '4000', declines: true },
  { id: '5605', kind: 'donation', paid: '1500', gift: 'recurring', firstPayment: '5603' },
  { id: '5606', kind: 'donation', paid: '1200', gift: 'recurring' },
  { id: '5607', kind: 'donation', paid: '1800', gift: 'cancelled' },
  { id: '5608', kind: 'donation', paid: '1800', gift: 'cancelled', firstPayment: '5607' },
  { id: '5609', kind: 'donation', paid: '6000', left: '4500' },
  { id: '5610', kind: 'donation', paid: '3500', left: '0' },
];

const registrations: readonly Given[] = [
  { id: '5611', kind: 'TeamRaiser', paid: '5000', parts: { 'registration 1004': '5000' } },
  {
    id: '5612',
    kind: 'TeamRaiser',
    paid: '9000',
    parts: { 'registration 1002': '5000', 'gift with registration 1002': '2500', 'upsell 301': '1500' },
  },
  { id: '5613', kind: 'TeamRaiser', paid: '4500', parts: { 'registration 1005': '4500' } },
  {
    id: '5614',
    kind: 'TeamRaiser',
    paid: '10000',
    left: '5000',
    parts: { 'registration 1006': ['5000', '0'], 'registration 1007': '5000' },
  },
  { id: '5615', kind: 'TeamRaiser', paid: '5000', left: '0', parts: { 'registration 1008': ['5000', '0'] } },
];

const otherKinds: readonly Given[] = [
  { id: '5621', kind: 'personal fundraising', paid: '6000', parts: { gift: '1000' } },
  { id: '5622', kind: 'personal fundraising', paid: '3500' },
  { id: '5623', kind: 'personal fundraising', paid: '8000', left: '7000', parts: { gift: ['1000', '0'] } },
  { id: '5624', kind: 'personal fundraising', paid: '2500', left: '0' },
  {
    id: '5591',
    kind: 'tickets',
    paid: '6500',
    left: '0',
    parts: { 'ticket class 101': ['6500', '0'] },
    tickets: { '101': ['1', '0'] },
  },
  {
    id: '5631',
    kind: 'tickets',
    paid: '15000',
    parts: { gift: '2000', 'ticket class 101': '13000' },
    tickets: { '101': '2' },
  },
  {
    id: '5632',
    kind: 'tickets',
    paid: '6500',
    parts: { 'ticket class 101': '6500' },
    tickets: { '101': '1' },
  },
  {
    id: '5633',
    kind: 'tickets',
    paid: '17500',
    left: '11000',
    parts: { 'ticket class 101': ['13000', '6500'], 'ticket class 102': '4500' },
    tickets: { '101': ['2', '1'], '102': '3' },
  },
  {
    id: '5641',
    kind: 'ecommerce',
    paid: '6294',
    parts: { gift: '2000', shipping: '795', 'store item 502': '3499' },
  },
  { id: '5642', kind: 'ecommerce', paid: '4294', parts: { shipping: '795', 'store item 502': '3499' } },
  {
    id: '5643',
    kind: 'ecommerce',
    paid: '6593',
    left: '3094',
    parts: { shipping: '795', 'store item 502': ['3499', '0'], 'store item 503': '2299' },
  },
  {
    id: '5644',
    kind: 'ecommerce',
    paid: '4294',
    left: '0',
    parts: { shipping: ['795', '0'], 'store item 502': ['3499', '0'] },
  },
];

/** Donations that are all alike, for tables and long runs. */
export const series = defineSeries('7', { title: 'Donations of 50.00 USD', state: 'paid' });

/** A fresh ledger. */
export const payments: readonly Payment[] = [
  ...ofDocument,
  ...donations,
  ...registrations,
  ...otherKinds,
].map((payment) => makePayment(payment));

/** What has been given back of the payments of a fresh ledger, under ids far from those to come. */
export const refunds: readonly Refund[] = payments
  .filter(({ paid, left }) => paid !== left)
  .map(({ id, paid, left }, index) => ({
    id: String(901 + index),
    payment: id,
    cents: subtractAmounts(paid, left),
    processed: true,
    mailed: false,
  }));

export function paymentOfSeries(id: string): Payment {
  return makePayment({ id, kind: 'donation', paid: '5000' });
}

/** A payment of which nothing is given back, but for what is said of it. */
export function makePayment({ parts = {}, tickets = {}, ...payment }: Given): Payment {
  return {
    processorId: `DEMO00000${payment.id}`,
    code: `709-1201-1-${payment.id}-${payment.id}`,
    left: payment.paid,
    gift: 'once',
    firstPayment: null,
    declines: false,
    ...payment,
    parts: fromPairs(parts, (paid, left): Part => ({ paid, left })),
    tickets: fromPairs(tickets, (sold, valid): Tickets => ({ sold, valid })),
  };
}

function fromPairs<Value>(
  given: Readonly<Record<string, string | readonly [string, string]>>,
  make: (first: string, second: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, pair]) => [
      name,
      typeof pair === 'string' ? make(pair, pair) : make(...pair),
    ]),
  );
}

const kindTitles: Readonly<Record<Payment['kind'], string>> = {
  donation: 'Donation',
  TeamRaiser: 'TeamRaiser registration',
  'personal fundraising': 'Personal fundraising gift',
  tickets: 'Ticket order',
  ecommerce: 'Store order',
};

/** A payment for people: `Donation of 50.00 USD`. */
export function titleOf({ kind, paid }: Payment): string {
  return `${kindTitles[kind]} of ${minorToMajor(paid)} USD`;
}

export const transactions: readonly DemoTransaction[] = payments.map((payment) => ({
  id: payment.id,
  title: `${titleOf(payment)}, code ${payment.code}`,
  state: describeState(payment),
}));

function describeState({ id, gift, firstPayment, declines, paid, left }: Payment): string {
  if (gift === 'recurring' && payments.some((other) => other.firstPayment === id))
    return 'seed of a recurring series with later payments';
  if (declines) return 'paid; the gateway declines its refund';
  if (gift === 'recurring')
    return firstPayment === null
      ? 'paid; first payment of a recurring gift without later ones'
      : `paid; later payment of the recurring gift that began with ${firstPayment}`;
  if (gift === 'cancelled')
    return firstPayment === null
      ? 'paid; first payment of a recurring gift that is cancelled'
      : `paid; later payment of the cancelled gift that began with ${firstPayment}`;
  if (left === '0') return 'refunded';
  return left === paid ? 'paid' : `partially refunded, ${minorToMajor(left)} USD left`;
}
