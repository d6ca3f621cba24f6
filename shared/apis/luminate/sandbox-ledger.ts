import { addAmounts, subtractAmounts } from '../../model/amount.ts';
import type { SandboxCheck } from '../../model/sandbox.ts';
import { xmlChildText } from '../../formats/xml.ts';
import {
  isPartial,
  isTrue,
  type ItemKind,
  type RefundItem,
  ticketClass,
  ticketItems,
} from './refund-request.ts';
import { type AskedPart, askedParts, checkItem, wholeOf } from './sandbox-item-checks.ts';

/** A part of a payment; amounts are cents. */
export type Part = { readonly paid: string; readonly left: string };

/** The tickets of one class. */
export type Tickets = { readonly sold: string; readonly valid: string };

/** A payment that stands in the ledger; amounts are cents. */
export type Payment = {
  readonly id: string;
  readonly processorId: string;
  readonly code: string;
  readonly kind: ItemKind['word'];
  readonly paid: string;
  readonly left: string;
  /** The words are those of `statedAmounts`. */
  readonly parts: Readonly<Record<string, Part>>;
  /** By class. */
  readonly tickets: Readonly<Record<string, Tickets>>;
  /** Whether it belongs to a recurring gift, and whether that still runs. */
  readonly gift: 'once' | 'recurring' | 'cancelled';
  /** The id of the first payment of its recurring gift; `null` for that one itself, and where there is none. */
  readonly firstPayment: string | null;
  /** The gateway says no to a refund. */
  readonly declines: boolean;
};

/** A refund that was answered with success; it is never taken out again. */
export type Refund = {
  readonly id: string;
  /** The id of its payment. */
  readonly payment: string;
  readonly cents: string;
  /** Whether it went through the gateway; otherwise it is recorded only. */
  readonly processed: boolean;
  /** Whether the constituent gets an e-mail. */
  readonly mailed: boolean;
};

export type Ledger = {
  readonly payments: readonly Payment[];
  /** Oldest first. */
  readonly refunds: readonly Refund[];
  /** Higher than that of every refund. */
  readonly nextRefundId: string;
};

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

/** In longer calls the checks of an item that passes all of them are told as one. */
const mostItemsInFull = 10;

/** Refunds one item after the other, so that an item sees what those before it did. */
export function refundItems(
  ledger: Ledger,
  items: readonly RefundItem[],
): {
  readonly ledger: Ledger;
  readonly results: readonly ItemResult[];
  readonly checks: readonly SandboxCheck[];
} {
  let current = ledger;
  const results: ItemResult[] = [];
  const checks: SandboxCheck[] = [];
  for (const [index, item] of items.entries()) {
    const checked = checkItem(current, item);
    const about = `refund ${index + 1}, ${item.kind.noun}`;
    const isBrief = checked.reason === null && items.length > mostItemsInFull;
    checks.push(...nameChecks(isBrief ? checked.checks.slice(-1) : checked.checks, about, isBrief));
    if (checked.reason !== null) {
      results.push({ success: false, paymentId: checked.payment?.id ?? null, reason: checked.reason });
      continue;
    }
    const settled = takeBack(current, checked.payment, item);
    current = settled.ledger;
    results.push(settled.result);
  }
  return { ledger: current, results, checks };
}

function nameChecks(
  checks: readonly SandboxCheck[],
  about: string,
  isBrief: boolean,
): readonly SandboxCheck[] {
  return checks.map((check) => ({
    ...check,
    title: `${about}: ${isBrief ? 'all of its checks' : check.title}`,
  }));
}

/** Books an item that passed its checks. */
function takeBack(
  ledger: Ledger,
  before: Payment,
  item: RefundItem,
): { readonly ledger: Ledger; readonly result: ItemResult } {
  const reduced = isPartial(item) ? takeParts(before, askedParts(item, before)) : takeAll(before);
  const after = { ...reduced, tickets: cancelTickets(reduced, item) };
  const cents = subtractAmounts(before.left, after.left);
  const refund: Refund = {
    id: ledger.nextRefundId,
    payment: before.id,
    cents,
    processed: isTrue(item.element, 'process_transaction'),
    mailed: isTrue(item.element, 'send_autoresponder'),
  };
  return {
    ledger: {
      payments: replacePayment(ledger.payments, after),
      refunds: [...ledger.refunds, refund],
      nextRefundId: addAmounts(refund.id, '1'),
    },
    result: {
      success: true,
      payment: before,
      refundId: refund.id,
      initial: before.left,
      refund: cents,
      final: after.left,
    },
  };
}

/** One of the series stands in the ledger only once something became of it. */
function replacePayment(payments: readonly Payment[], changed: Payment): readonly Payment[] {
  const index = payments.findIndex(({ id }) => id === changed.id);
  return index === -1 ? [...payments, changed] : payments.with(index, changed);
}

/** Amounts beside a full refund are redundant and do not count. */
function takeAll(payment: Payment): Payment {
  return { ...payment, left: '0', parts: mapValues(payment.parts, (part) => ({ ...part, left: '0' })) };
}

function takeParts(payment: Payment, asked: readonly AskedPart[]): Payment {
  return {
    ...payment,
    left: subtractAmounts(payment.left, wholeOf(asked)),
    parts: mapValues(payment.parts, (part, name) => {
      const cents = wholeOf(asked.filter((one) => one.part === name));
      return { ...part, left: subtractAmounts(part.left, cents) };
    }),
  };
}

/** A refund alone leaves tickets valid. */
function cancelTickets({ tickets }: Payment, { element }: RefundItem): Payment['tickets'] {
  if (isTrue(element, 'cancel_all_tickets')) return mapValues(tickets, (one) => ({ ...one, valid: '0' }));
  return mapValues(tickets, (one, name) => ({
    ...one,
    valid: ticketItems(element)
      .filter((item) => ticketClass(item) === name)
      .reduce(
        (valid, item) => subtractAmounts(valid, xmlChildText(item, 'num_of_tickets') ?? '0'),
        one.valid,
      ),
  }));
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
