import { defineSeries, type DemoTransaction } from '../../definition/sandbox-definition.ts';
import { minorToMajor } from '../../model/amount.ts';
import type { Payment } from './sandbox-ledger.ts';

type Given = Pick<Payment, 'id' | 'kind' | 'paid'> & Partial<Payment>;

/** The ids of the document's samples are all here; those it leaves open and those of the templates are invented. */
const given: readonly Given[] = [
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
  {
    id: '5591',
    kind: 'tickets',
    paid: '6500',
    left: '0',
    parts: { 'ticket class 101': '0' },
    tickets: { '101': '0' },
  },
  { id: '5601', kind: 'donation', paid: '5000' },
  { id: '5602', kind: 'donation', paid: '3000' },
  { id: '5603', kind: 'donation', paid: '1500', recurringSeed: true },
  { id: '5604', kind: 'donation', paid: '4000', declines: true },
  { id: '5611', kind: 'TeamRaiser', paid: '5000', parts: { 'registration 1004': '5000' } },
  {
    id: '5612',
    kind: 'TeamRaiser',
    paid: '9000',
    parts: { 'registration 1002': '5000', 'gift with registration 1002': '2500', 'upsell 301': '1500' },
  },
  { id: '5613', kind: 'TeamRaiser', paid: '4500', parts: { 'registration 1005': '4500' } },
  { id: '5621', kind: 'personal fundraising', paid: '6000', parts: { gift: '1000' } },
  { id: '5622', kind: 'personal fundraising', paid: '3500' },
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
    id: '5641',
    kind: 'ecommerce',
    paid: '6294',
    parts: { gift: '2000', shipping: '795', 'store item 502': '3499' },
  },
  { id: '5642', kind: 'ecommerce', paid: '4294', parts: { shipping: '795', 'store item 502': '3499' } },
];

/** Donations that are all alike, for tables and long runs. */
export const series = defineSeries('7', { title: 'Donations of 50.00 USD', state: 'paid' });

/** A fresh ledger. */
export const payments: readonly Payment[] = given.map((payment) => makePayment(payment));

export function paymentOfSeries(id: string): Payment {
  return makePayment({ id, kind: 'donation', paid: '5000' });
}

/** A payment of which nothing is given back, but for what is said of it. */
export function makePayment(payment: Given): Payment {
  return {
    processorId: `DEMO00000${payment.id}`,
    code: `709-1201-1-${payment.id}-${payment.id}`,
    left: payment.paid,
    parts: {},
    tickets: {},
    recurringSeed: false,
    declines: false,
    ...payment,
  };
}

const kindTitles: Readonly<Record<Payment['kind'], string>> = {
  donation: 'Donation',
  TeamRaiser: 'TeamRaiser registration',
  'personal fundraising': 'Personal fundraising gift',
  tickets: 'Ticket order',
  ecommerce: 'Store order',
};

export const transactions: readonly DemoTransaction[] = payments.map((payment) => ({
  id: payment.id,
  title: `${kindTitles[payment.kind]} of ${minorToMajor(payment.paid)} USD, code ${payment.code}`,
  state: stateOf(payment),
}));

function stateOf(payment: Payment): string {
  if (payment.recurringSeed) return 'seed of a recurring series with later payments';
  if (payment.declines) return 'paid; the gateway declines its refund';
  return payment.left === '0' ? 'refunded' : 'paid';
}
