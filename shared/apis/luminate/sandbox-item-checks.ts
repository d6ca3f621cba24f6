import { runSandboxChecks, type SandboxCheckRule } from '../../definition/sandbox-check.ts';
import { xmlChild, xmlChildText } from '../../formats/xml.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import type { SandboxCheck } from '../../model/sandbox.ts';
import { assumption } from '../../model/source.ts';
import {
  isPartial,
  isTrue,
  nameOfItem,
  type RefundItem,
  type StatedAmount,
  statedAmounts,
  storeItems,
  ticketClass,
  ticketItems,
  wholePart,
} from './refund-request.ts';
import type { Ledger, Part, Payment } from './sandbox-ledger.ts';
import { paymentOfSeries, series } from './sandbox-payments.ts';
import { implied, seed } from './sources.ts';

/** No document says what a refused item looks like, nor in which order it is checked. */
export const failedItem = assumption('no document says what a refused item looks like');

/** An amount that an item asks for, those of store items filled in. */
export type AskedPart = StatedAmount;

/** A payment by one of the identifiers of an item. */
type Named = { readonly element: string; readonly text: string; readonly payment: Payment | null };

type NamedItem = { readonly item: RefundItem; readonly named: readonly Named[] };
type KnownItem = { readonly item: RefundItem; readonly payment: Payment; readonly ledger: Ledger };
type Refusal = { readonly reason: string };

/** The checks of one item, up to the one that fails; `reason` says why, or is `null` where all hold. */
export function checkItem(
  ledger: Ledger,
  item: RefundItem,
): { readonly checks: readonly SandboxCheck[] } & (
  | { readonly reason: null; readonly payment: Payment }
  | { readonly reason: string; readonly payment: Payment | null }
) {
  const named = findNamed(ledger, item);
  const naming = runSandboxChecks(namingRules, { item, named });
  const payment = named[0]?.payment ?? null;
  if (naming.refusal !== null || payment === null)
    return { checks: naming.checks, reason: naming.refusal?.reason ?? '', payment: null };
  const paying = runSandboxChecks(paymentRules, { item, payment, ledger });
  const checks = [...naming.checks, ...paying.checks];
  if (paying.refusal === null) return { checks, reason: null, payment };
  const name = nameOfItem(item) ?? payment.id;
  return { checks, reason: `${item.kind.word} ${name}: ${paying.refusal.reason}`, payment };
}

/** What a partial refund takes of each part; a store item costs what is left of it. */
export function askedParts(item: RefundItem, { parts }: Payment): readonly AskedPart[] {
  const goods = storeItems(item).map((id) => `store item ${id}`);
  return [
    ...statedAmounts(item),
    ...goods.map((part) => ({ part, cents: partOf(parts, part)?.left ?? '0' })),
  ];
}

/** The sum of parts, in cents. */
export function wholeOf(asked: readonly AskedPart[]): string {
  return asked.reduce((sum, { cents }) => addAmounts(sum, cents), '0');
}

function partOf(parts: Payment['parts'], name: string): Part | undefined {
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}

const identifiers = [
  ['transaction_id', 'id'],
  ['processor_transaction_id', 'processorId'],
  ['user_confirmation_code', 'code'],
] as const;

function findNamed({ payments }: Ledger, item: RefundItem): readonly Named[] {
  return identifiers.flatMap(([element, key]) => {
    const text = xmlChildText(item.element, element) ?? '';
    if (text === '') return [];
    const known = payments.find((payment) => payment[key] === text);
    const isOfSeries = known === undefined && key === 'id' && series.has(text);
    return [{ element, text, payment: isOfSeries ? paymentOfSeries(text) : (known ?? null) }];
  });
}

/** How much of a text stands in a reason. */
const longestName = 60;

function short(text: string): string {
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
}

function refuseIf(isWrong: boolean, reason: string): Refusal | null {
  return isWrong ? { reason } : null;
}

const namingRules: readonly SandboxCheckRule<NamedItem, Refusal>[] = [
  {
    title: 'one of the three identifiers is given',
    source: seed,
    refuse: ({ item, named }) => refuseIf(named.length === 0, `a ${item.kind.noun} has no identifier`),
  },
  {
    title: 'a transaction has each identifier that is given',
    source: implied,
    refuse: ({ named }) => {
      const unknown = named.find(({ payment }) => payment === null);
      return unknown === undefined
        ? null
        : { reason: `no transaction has ${unknown.element} ${short(unknown.text)}` };
    },
  },
  {
    title: 'the identifiers name the same transaction',
    source: assumption('what happens where identifiers disagree is not documented'),
    refuse: ({ named: [first, ...others] }) =>
      refuseIf(
        others.some(({ payment }) => payment?.id !== first?.payment?.id),
        `the identifiers beside ${short(first?.text ?? '')} name different transactions`,
      ),
  },
  {
    title: 'the transaction is of the kind of its list',
    source: assumption('what happens to a transaction in the list of another kind is not documented'),
    refuse: ({ item, named: [first] }) =>
      refuseIf(
        first?.payment?.kind !== item.kind.word,
        `${short(first?.text ?? '')} is of the kind ${first?.payment?.kind ?? ''}, not ${item.kind.word}`,
      ),
  },
];

/** In the order in which the sandbox semantics name them. */
const paymentRules: readonly SandboxCheckRule<KnownItem, Refusal>[] = [
  {
    title: 'a partial refund has an amount',
    source: seed,
    refuse: ({ item }) => {
      const hasAmount = statedAmounts(item).some(({ cents }) => compareAmounts(cents, '0') > 0);
      const isWrong = isPartial(item) && !hasAmount && storeItems(item).length === 0;
      return refuseIf(isWrong, 'a partial refund without an amount');
    },
  },
  {
    title: 'a partial refund of a TeamRaiser has refund_amount or regRefundDataList',
    source: seed,
    refuse: ({ item }) => {
      const has = (name: string): boolean => xmlChild(item.element, name) !== null;
      const isWrong =
        item.kind.word === 'TeamRaiser' &&
        isPartial(item) &&
        !has('refund_amount') &&
        !has('regRefundDataList');
      return refuseIf(isWrong, 'it has neither refund_amount nor regRefundDataList');
    },
  },
  {
    title: 'the transaction has the parts that are given back',
    source: failedItem,
    refuse: ({ item, payment }) => {
      if (!isPartial(item)) return null;
      const strange = askedParts(item, payment).find(
        ({ part }) => part !== wholePart && partOf(payment.parts, part) === undefined,
      );
      return strange === undefined ? null : { reason: `it has no ${short(strange.part)}` };
    },
  },
  {
    title: 'each store item is given back once',
    source: failedItem,
    refuse: ({ item, payment }) => {
      if (!isPartial(item)) return null;
      const goods = storeItems(item).map((id) => `store item ${id}`);
      const gone = goods.find(
        (part, index) => partOf(payment.parts, part)?.left === '0' || goods.indexOf(part) !== index,
      );
      return gone === undefined ? null : { reason: `${gone} is given back already` };
    },
  },
  {
    title: 'the amount is not above what is left',
    source: failedItem,
    refuse: ({ item, payment }) => {
      if (!isPartial(item) || payment.left === '0') return null;
      const whole = wholeOf(askedParts(item, payment));
      return refuseIf(
        compareAmounts(whole, payment.left) > 0,
        `${whole} cents are more than the ${payment.left} that are left`,
      );
    },
  },
  {
    title: 'the transaction is not refunded in full',
    source: failedItem,
    refuse: ({ payment }) => refuseIf(payment.left === '0', 'it is refunded in full already'),
  },
  {
    title: 'no amount is above what is left of its part',
    source: failedItem,
    refuse: ({ item, payment }) => {
      if (!isPartial(item)) return null;
      const asked = askedParts(item, payment);
      for (const [name, { left }] of Object.entries(payment.parts)) {
        const whole = wholeOf(asked.filter(({ part }) => part === name));
        if (compareAmounts(whole, left) > 0) return { reason: `only ${left} cents are left of ${name}` };
      }
      return null;
    },
  },
  {
    title: 'it is not the first payment of a recurring gift that has later ones',
    source: seed,
    refuse: ({ payment, ledger }) =>
      refuseIf(
        payment.gift === 'recurring' && ledger.payments.some((other) => other.firstPayment === payment.id),
        'it is the seed of a recurring series with later payments; cancel the gift first',
      ),
  },
  {
    title: 'as many tickets are valid as are cancelled',
    source: failedItem,
    refuse: ({ item, payment }) => refuseTickets(item, payment),
  },
  {
    title: 'the payment gateway takes the refund, where it is asked',
    source: failedItem,
    refuse: ({ item, payment }) =>
      refuseIf(
        payment.declines && isTrue(item.element, 'process_transaction'),
        'the payment gateway declines',
      ),
  },
];

/** Where all tickets are cancelled, those that are listed beside do not count. */
function refuseTickets({ element }: RefundItem, { tickets }: Payment): Refusal | null {
  if (isTrue(element, 'cancel_all_tickets')) return null;
  const listed = ticketItems(element).map((ticket) => ({
    part: ticketClass(ticket),
    cents: xmlChildText(ticket, 'num_of_tickets') ?? '0',
  }));
  for (const name of new Set(listed.map(({ part }) => part))) {
    const valid = (Object.hasOwn(tickets, name) ? tickets[name]?.valid : undefined) ?? '0';
    const count = wholeOf(listed.filter(({ part }) => part === name));
    if (compareAmounts(count, valid) > 0)
      return { reason: `only ${valid} tickets of class ${name} are valid` };
  }
  return null;
}
