import * as v from 'valibot';

import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import { sandboxAnswer } from '../../definition/sandbox-answer.ts';
import type { SandboxRequest, SandboxResponse } from '../../definition/sandbox-definition.ts';
import { type Arranged, type SandboxScenario, withHeader } from '../../definition/sandbox-scenario.ts';
import { writeForm } from '../../formats/form.ts';
import { xmlChildText } from '../../formats/xml.ts';
import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import type { RequestDraft } from '../../model/request-draft.ts';
import { assumption } from '../../model/source.ts';
import { catalog } from './catalog.ts';
import {
  isCents,
  namespace,
  type RefundItem,
  statedAmounts,
  storeItems,
  ticketClass,
  ticketItems,
  wholePart,
} from './refund-request.ts';
import { requestField } from './request-fields.ts';
import { readFields, refuse } from './sandbox-call.ts';
import { readCall } from './sandbox-checks.ts';
import { wholeOf } from './sandbox-item-checks.ts';
import type { Ledger, Part, Payment } from './sandbox-ledger.ts';
import { makePayment, paymentOfSeries, series } from './sandbox-payments.ts';
import { ledger } from './sandbox-schema.ts';
import { errorCodes, httpStatusCodes, olderCodes } from './sources.ts';

type Scenario = SandboxScenario<Ledger>;

const refund = {
  template: 'partial-refund',
  /** A transaction that no send before has named. */
  values: { 'luminate.transactionId': '8{{$timestamp}}{{$randomInt}}' },
  call: '/site/SRDonationAPI',
  how: 'by state',
} as const;

const otherNamespace = namespace.replace('v1.0', 'v9.9');

/** Answers that the checks of the sandbox give. */
const checked: readonly Scenario[] = [
  { ...refund, id: 'recorded', arrange: withPayments((payment) => payment) },
  { ...refund, id: 'item-refused', arrange: withPayments(refundInFull) },
  {
    ...refund,
    id: '1',
    edit: (draft) => changeField(draft, requestField, (text) => text.replace(namespace, otherNamespace)),
    arrange: withFields((name, value) =>
      name === requestField ? value.replaceAll(namespace, otherNamespace) : value,
    ),
  },
  {
    ...refund,
    id: '2',
    values: { ...refund.values, 'luminate.apiKey': 'no-key-of-the-sandbox' },
    arrange: withFields((name, value) => (name === 'api_key' ? 'no-key-of-the-sandbox' : value)),
  },
  {
    ...refund,
    id: '3',
    values: { ...refund.values, 'luminate.loginPassword': 'no-password-of-the-sandbox' },
    arrange: withFields((name, value) => (name === 'login_password' ? 'no-password-of-the-sandbox' : value)),
  },
  {
    ...refund,
    id: '6',
    edit: (draft) => changeField(draft, 'method', () => 'refundtransaction'),
    arrange: withFields((name, value) => (name === 'method' ? 'refundtransaction' : value)),
  },
  {
    ...refund,
    id: '9',
    edit: (draft) => changeField(draft, 'v', () => ''),
    arrange: withFields((name, value) => (name === 'v' ? '' : value)),
  },
  { ...refund, id: 'http-405', arrange: (request) => ({ request: { ...request, method: 'GET' } }) },
];

function refundInFull(payment: Payment): Payment {
  const parts = Object.entries(payment.parts).map(([name, part]) => [name, { ...part, left: '0' }]);
  return { ...payment, left: '0', parts: Object.fromEntries(parts) };
}

/** Statuses that are listed without a body. */
const statuses: readonly Scenario[] = [302, 403].map((status) => ({
  ...refund,
  id: `http-${status}`,
  how: 'forced',
  answer: () =>
    sandboxAnswer(status, `asked for: as if Luminate had answered with ${status} alone`, httpStatusCodes),
}));

/** Every documented answer that can be asked for. */
export const scenarios: readonly Scenario[] = [
  ...checked,
  ...statuses,
  ...catalog
    .filter(({ id, source }) => (source === errorCodes || source === olderCodes) && !isChecked(id))
    .map((entry) => forcedError(entry)),
];

function isChecked(wanted: string): boolean {
  return checked.some(({ id }) => id === wanted);
}

function forcedError({ id, code, message, status: [status = 403], source }: CatalogEntry): Scenario {
  const answer = (request: SandboxRequest): SandboxResponse =>
    refuse(
      {
        code: code ?? '',
        message: message ?? '',
        reason: 'asked for; no state leads there',
        source: source === errorCodes ? source : assumption('a code of an older interface'),
        status,
      },
      readFields(request),
    );
  return { ...refund, id, how: 'forced', answer };
}

function changeField(draft: RequestDraft, field: string, change: (value: string) => string): RequestDraft {
  const { body } = draft;
  if (body.kind !== 'form') return draft;
  const fields = body.fields.map(({ name, value }) => ({
    name,
    value: name === field ? change(value) : value,
  }));
  return { ...draft, body: { ...body, fields } };
}

type Arrange = (request: SandboxRequest, state: Ledger) => Arranged<Ledger>;

/** The call with other fields, all of them in its body. */
function withFields(change: (name: string, value: string) => string): Arrange {
  return (request) => {
    const fields = readFields(request).map(({ name, value }) => ({ name, value: change(name, value) }));
    const headers = withHeader(request.headers, 'Content-Type', 'application/x-www-form-urlencoded');
    return { request: { ...request, query: '', headers, body: writeForm(fields) } };
  };
}

/** The payments that a request names, with enough left of them, then changed. */
function withPayments(change: (enough: Payment) => Payment): Arrange {
  return (request, state) => {
    const arranged = readCall(request).items.reduce((before, item) => {
      const known = findPayment(before, item);
      if (known === null) return before;
      const payment = change(withEnough(known, item));
      const others = before.payments.filter(({ id }) => id !== known.id);
      return { ...before, payments: [...others, payment] };
    }, state);
    // What a request states may be no payment at all; then it is answered from the ledger as it is.
    return { state: v.is(ledger, arranged) ? arranged : state };
  };
}

/** By any of its identifiers; one that nobody has is that of a new donation of 20.00. */
function findPayment({ payments, nextRefundId }: Ledger, { element }: RefundItem): Payment | null {
  const text = (name: string): string => xmlChildText(element, name) ?? '';
  const [id, processorId, code] = [
    text('transaction_id'),
    text('processor_transaction_id'),
    text('user_confirmation_code'),
  ];
  const known = payments.find(
    (payment) => payment.id === id || payment.processorId === processorId || payment.code === code,
  );
  if (known !== undefined) return known;
  if (series.has(id)) return paymentOfSeries(id);
  if (id === '' && processorId === '' && code === '') return null;
  return makePayment({
    id: id === '' ? freeId(payments, nextRefundId) : id,
    kind: 'donation',
    paid: '2000',
    ...(processorId === '' ? {} : { processorId }),
    ...(code === '' ? {} : { code }),
  });
}

/** An id that no payment has. */
function freeId(payments: readonly Payment[], first: string): string {
  const taken = new Set(payments.map(({ id }) => id));
  let id = first;
  while (taken.has(id)) id = addAmounts(id, '1');
  return id;
}

/** What is missing was paid beside it. */
function withEnough(payment: Payment, item: RefundItem): Payment {
  const goods = storeItems(item).map((id) => `store item ${id}`);
  const stated = statedAmounts(item).filter(({ cents }) => isCents(cents));
  const named = new Set([...stated.map(({ part }) => part), ...goods]);
  const topped = [...named].flatMap((name): readonly (readonly [string, Part])[] => {
    if (name === wholePart) return [];
    const least = goods.includes(name) ? '1000' : wholeOf(stated.filter(({ part }) => part === name));
    return [[name, topUp(payment.parts[name] ?? { paid: '0', left: '0' }, least)]];
  });
  const parts = { ...payment.parts, ...Object.fromEntries(topped) };
  const ofGoods = goods.map((part) => ({ part, cents: parts[part]?.left ?? '0' }));
  const whole = wholeOf([...stated, ...ofGoods]);
  const isEnough = compareAmounts(payment.left, whole) > 0;
  const { paid, left } = isEnough ? payment : topUp(payment, addAmounts(whole, '1000'));
  return {
    ...payment,
    kind: item.kind.word,
    paid,
    left,
    parts,
    tickets: enoughTickets(payment, item),
    gift: 'once',
    declines: false,
  };
}

/** With so much left at the least. */
function topUp({ paid, left }: Part, least: string): Part {
  if (compareAmounts(left, least) >= 0) return { paid, left };
  return { paid: addAmounts(paid, subtractAmounts(least, left)), left: least };
}

/** So many more valid tickets as the item cancels. */
function enoughTickets({ tickets }: Payment, { element }: RefundItem): Payment['tickets'] {
  return ticketItems(element).reduce((before, ticket) => {
    const { sold, valid } = before[ticketClass(ticket)] ?? { sold: '0', valid: '0' };
    const count = xmlChildText(ticket, 'num_of_tickets') ?? '';
    if (!isCents(count)) return before;
    return {
      ...before,
      [ticketClass(ticket)]: { sold: addAmounts(sold, count), valid: addAmounts(valid, count) },
    };
  }, tickets);
}
