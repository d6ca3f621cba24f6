import { xmlChildText } from '../../formats/xml.ts';
import { addAmounts, compareAmounts, subtractAmounts } from '../../model/amount.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import {
  isPartial,
  isTrue,
  type ItemKind,
  nameOfItem,
  type RefundItem,
  statedAmounts,
  storeItems,
  ticketClass,
  ticketItems,
  totalOf,
  wholePart,
} from './refund-request.ts';
import { paymentOfSeries, series } from './sandbox-payments.ts';

/** A payment that stands in the ledger; amounts are cents. */
export type Payment = {
  readonly id: string;
  readonly processorId: string;
  readonly code: string;
  readonly kind: ItemKind['word'];
  readonly paid: string;
  readonly left: string;
  /** What is left of each part; the words are those of `statedAmounts`. */
  readonly parts: Readonly<Record<string, string>>;
  /** Valid tickets by class. */
  readonly tickets: Readonly<Record<string, string>>;
  /** The first payment of an active series that has later ones. */
  readonly recurringSeed: boolean;
  /** The gateway says no to a refund. */
  readonly declines: boolean;
};

export type Ledger = { readonly payments: readonly Payment[]; readonly nextRefundId: string };

/** What became of one item; a refused one has a reason that only the sandbox tells. */
export type ItemResult =
  | {
      readonly success: true;
      readonly payment: Payment;
      readonly refundId: string;
      readonly initial: string;
      readonly refund: string;
      readonly final: string;
    }
  | { readonly success: false; readonly paymentId: string | null; readonly reason: string };

/** Refunds one item after the other, so that an item sees what those before it did. */
export function refundItems(
  ledger: Ledger,
  items: readonly RefundItem[],
): { readonly ledger: Ledger; readonly results: readonly ItemResult[] } {
  let current = ledger;
  const results: ItemResult[] = [];
  for (const item of items) {
    const settled = refundItem(current, item);
    current = settled.ledger;
    results.push(settled.result);
  }
  return { ledger: current, results };
}

type Settled = { readonly ledger: Ledger; readonly result: ItemResult };

function refundItem(ledger: Ledger, item: RefundItem): Settled {
  const found = findPayment(ledger.payments, item);
  const name = nameOfItem(item);
  if (!found.ok) return { ledger, result: { success: false, paymentId: null, reason: found.error } };
  const before = found.value;
  const after = takeBack(before, item);
  if (!after.ok) {
    const reason = `${item.kind.word} ${name ?? before.id}: ${after.error}`;
    return { ledger, result: { success: false, paymentId: before.id, reason } };
  }
  return {
    ledger: {
      payments: replacePayment(ledger.payments, after.value),
      nextRefundId: addAmounts(ledger.nextRefundId, '1'),
    },
    result: {
      success: true,
      payment: before,
      refundId: ledger.nextRefundId,
      initial: before.left,
      refund: subtractAmounts(before.left, after.value.left),
      final: after.value.left,
    },
  };
}

/** One of the series stands in the ledger only once something became of it. */
function replacePayment(payments: readonly Payment[], changed: Payment): readonly Payment[] {
  const index = payments.findIndex(({ id }) => id === changed.id);
  return index === -1 ? [...payments, changed] : payments.with(index, changed);
}

/** Extra identifiers are taken as long as they agree; what Luminate does where they do not is not documented. */
function findPayment(payments: readonly Payment[], item: RefundItem): Result<Payment, string> {
  const keys = [
    ['transaction_id', 'id'],
    ['processor_transaction_id', 'processorId'],
    ['user_confirmation_code', 'code'],
  ] as const;
  const named = keys.flatMap(([element, key]) => {
    const text = xmlChildText(item.element, element) ?? '';
    if (text === '') return [];
    const payment = payments.find((known) => known[key] === text);
    const isOfSeries = payment === undefined && key === 'id' && series.has(text);
    return [{ element, text, payment: isOfSeries ? paymentOfSeries(text) : payment }];
  });
  const [first] = named;
  if (first === undefined) return fail(`a ${item.kind.noun} has no identifier`);
  const unknown = named.find(({ payment }) => payment === undefined);
  if (unknown !== undefined) return fail(`no transaction has ${unknown.element} ${unknown.text}`);
  if (first.payment === undefined || named.some(({ payment }) => payment !== first.payment))
    return fail(`the identifiers beside ${first.text} name different transactions`);
  return first.payment.kind === item.kind.word
    ? ok(first.payment)
    : fail(`${first.text} is of the kind ${first.payment.kind}, not ${item.kind.word}`);
}

/** The payment after the refund, or why it is refused. */
function takeBack(payment: Payment, item: RefundItem): Result<Payment, string> {
  if (payment.recurringSeed)
    return fail('it is the seed of a recurring series with later payments; cancel the gift first');
  if (compareAmounts(payment.left, '0') === 0) return fail('it is refunded in full already');
  if (payment.declines && isTrue(item.element, 'process_transaction'))
    return fail('the payment gateway declines');
  const reduced = isPartial(item) ? takeParts(payment, item) : ok(takeAll(payment));
  return reduced.ok ? cancelTickets(reduced.value, item) : reduced;
}

/** Amounts beside a full refund are redundant and do not count. */
function takeAll(payment: Payment): Payment {
  return { ...payment, left: '0', parts: mapValues(payment.parts, () => '0') };
}

function takeParts(payment: Payment, item: RefundItem): Result<Payment, string> {
  const goods = storeItems(item).map((id) => `store item ${id}`);
  const prices = goods.map((part) => ({ part, cents: payment.parts[part] ?? '0' }));
  const wanted = [...statedAmounts(item), ...prices];
  const strange = wanted.find(({ part }) => part !== wholePart && payment.parts[part] === undefined);
  if (strange !== undefined) return fail(`it has no ${strange.part}`);
  const gone = goods.find((part, index) => payment.parts[part] === '0' || goods.indexOf(part) !== index);
  if (gone !== undefined) return fail(`${gone} is given back already`);
  const total = totalOf(wanted);
  if (total === null || compareAmounts(total, '0') === 0) return fail('a partial refund without an amount');
  if (compareAmounts(total, payment.left) > 0)
    return fail(`${total} cents are more than the ${payment.left} that are left`);
  let { parts } = payment;
  for (const { part, cents } of wanted) {
    const left = parts[part];
    if (part === wholePart || left === undefined) continue;
    if (compareAmounts(cents, left) > 0) return fail(`only ${left} cents are left of ${part}`);
    parts = { ...parts, [part]: subtractAmounts(left, cents) };
  }
  return ok({ ...payment, left: subtractAmounts(payment.left, total), parts });
}

function cancelTickets(payment: Payment, item: RefundItem): Result<Payment, string> {
  if (isTrue(item.element, 'cancel_all_tickets'))
    return ok({ ...payment, tickets: mapValues(payment.tickets, () => '0') });
  let { tickets } = payment;
  for (const ticket of ticketItems(item.element)) {
    const name = ticketClass(ticket);
    const valid = tickets[name] ?? '0';
    const count = xmlChildText(ticket, 'num_of_tickets') ?? '0';
    if (compareAmounts(count, valid) > 0) return fail(`only ${valid} tickets of class ${name} are valid`);
    tickets = { ...tickets, [name]: subtractAmounts(valid, count) };
  }
  return ok({ ...payment, tickets });
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (value: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
