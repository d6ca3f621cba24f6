import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import type { SandboxRequest, SandboxResponse } from '../../definition/sandbox-definition.ts';
import { type Arranged, type SandboxScenario, withHeader } from '../../definition/sandbox-scenario.ts';
import { formValue, writeForm } from '../../formats/form.ts';
import { parseXml, xmlChildText } from '../../formats/xml.ts';
import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import type { RequestDraft } from '../../model/request-draft.ts';
import { assumption } from '../../model/source.ts';
import { catalog } from './catalog.ts';
import {
  namespace,
  readItems,
  type RefundItem,
  statedAmounts,
  storeItems,
  totalOf,
} from './refund-request.ts';
import { requestField } from './request-fields.ts';
import { plain, readFields, refuse } from './sandbox-call.ts';
import type { Ledger, Payment } from './sandbox-ledger.ts';
import { makePayment, paymentOfSeries, series } from './sandbox-payments.ts';
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
  { ...refund, id: 'item-refused', arrange: withPayments((payment) => ({ ...payment, left: '0' })) },
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

/** Statuses that are listed without a body. */
const statuses: readonly Scenario[] = [302, 403].map((status) => ({
  ...refund,
  id: `http-${status}`,
  how: 'forced',
  answer: () => plain(status, `asked for: as if Luminate had answered with ${status} alone`, httpStatusCodes),
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
    const xml = parseXml(formValue(readFields(request), requestField) ?? '');
    const items = xml.ok ? readItems(xml.value) : [];
    const payments = items.reduce<readonly Payment[]>((all, item) => {
      const known = findPayment(all, item);
      if (known === null) return all;
      return [...all.filter(({ id }) => id !== known.id), change(withEnough(known, item))];
    }, state.payments);
    return { state: { ...state, payments } };
  };
}

/** By any of its identifiers; a transaction id that nobody has is that of a donation of 20.00. */
function findPayment(payments: readonly Payment[], { element }: RefundItem): Payment | null {
  const [id, processorId, code] = [
    'transaction_id',
    'processor_transaction_id',
    'user_confirmation_code',
  ].map((name) => xmlChildText(element, name) ?? '');
  const known = payments.find(
    (payment) => payment.id === id || payment.processorId === processorId || payment.code === code,
  );
  if (known !== undefined || id === undefined || id === '') return known ?? null;
  return series.has(id) ? paymentOfSeries(id) : makePayment({ id, kind: 'donation', paid: '2000' });
}

/** What is missing was paid beside it. */
function withEnough(payment: Payment, item: RefundItem): Payment {
  const stated = statedAmounts(item).filter(({ cents }) => /^\d+$/.test(cents));
  const least = totalOf(stated) ?? '0';
  const left = compareAmounts(payment.left, least) > 0 ? payment.left : addAmounts(least, '1000');
  const parts = [...stated, ...storeItems(item).map((id) => ({ part: `store item ${id}`, cents: '1000' }))];
  return {
    ...payment,
    kind: item.kind.word,
    paid: addAmounts(payment.paid, subtractAmounts(left, payment.left)),
    left,
    parts: { ...payment.parts, ...Object.fromEntries(parts.map(({ part, cents }) => [part, cents])) },
    recurringSeed: false,
    declines: false,
  };
}
