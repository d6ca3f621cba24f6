import * as v from 'valibot';

import { areDifferent, soundCheck } from '../../definition/sandbox-schema-parts.ts';
import { addAmounts, compareAmounts } from '../../model/amount.ts';
import type { Ledger } from './sandbox-ledger.ts';
import { itemWords } from './refund-request.ts';

/** A whole number without leading zeros, as Luminate writes cents and its own ids. */
const whole = v.pipe(
  v.string('it is no text'),
  v.regex(/^(?:0|[1-9]\d{0,29})$/, 'it is no whole number such as 1000'),
);

/** The ids that the sandbox gives count up without an end. */
const refundId = v.pipe(
  v.string('it is no text'),
  v.regex(/^(?:0|[1-9]\d*)$/, 'it is no whole number such as 1001'),
);

/** What an identifier may be, so that it can stand in XML and a request can name it. */
const identifier = v.pipe(
  v.string('it is no text'),
  v.minLength(1, 'it is empty'),
  v.maxLength(300, 'it is longer than 300 characters'),
  v.regex(/^[^\p{Cc}\p{Cs}\ufffe\uffff]+$/u, 'it has characters that cannot stand in XML'),
  v.check((text) => text === text.trim(), 'it has blanks at an end'),
);

const part = v.pipe(
  v.strictObject({ paid: whole, left: whole }),
  soundCheck(({ paid, left }) => compareAmounts(left, paid) <= 0, 'more is left than was paid'),
);

const tickets = v.pipe(
  v.strictObject({ sold: whole, valid: whole }),
  soundCheck(({ sold, valid }) => compareAmounts(valid, sold) <= 0, 'more tickets are valid than were sold'),
);

const ticketClass = v.pipe(
  v.string(),
  v.regex(/^(?:\d{1,30}|without id)$/, 'a class of tickets is a number'),
);

const partName = v.pipe(
  v.string(),
  v.regex(
    /^(?:gift|shipping|(?:registration|gift with registration|ticket class|store item) (?:\d{1,30}|without id)|upsell [^\p{Cc}]{1,300})$/u,
    'a part is one of gift, shipping, registration 1, gift with registration 1, upsell 1, ticket class 1, store item 1',
  ),
);

const payment = v.pipe(
  v.strictObject({
    id: whole,
    processorId: identifier,
    code: identifier,
    kind: v.picklist(itemWords),
    paid: whole,
    left: whole,
    parts: v.record(partName, part),
    tickets: v.record(ticketClass, tickets),
    gift: v.picklist(['once', 'recurring', 'cancelled']),
    firstPayment: v.nullable(whole),
    declines: v.boolean(),
  }),
  soundCheck(({ paid, left }) => compareAmounts(left, paid) <= 0, 'more is left than was paid'),
);

const refund = v.strictObject({
  id: refundId,
  payment: whole,
  cents: whole,
  processed: v.boolean(),
  mailed: v.boolean(),
});

/** What a ledger from a file has to look like: every identifier names one payment, and no refund is above what was paid. */
export const ledger: v.GenericSchema<unknown, Ledger> = v.pipe(
  v.strictObject({ payments: v.array(payment), refunds: v.array(refund), nextRefundId: refundId }),
  soundCheck(({ payments }) => areDifferent(payments.map(({ id }) => id)), 'two payments have the same id'),
  soundCheck(
    ({ payments }) => areDifferent(payments.map(({ processorId }) => processorId)),
    'two payments have the same processorId',
  ),
  soundCheck(
    ({ payments }) => areDifferent(payments.map(({ code }) => code)),
    'two payments have the same code',
  ),
  soundCheck(({ refunds }) => areDifferent(refunds.map(({ id }) => id)), 'two refunds have the same id'),
  soundCheck(
    ({ refunds, nextRefundId }) => refunds.every(({ id }) => compareAmounts(id, nextRefundId) < 0),
    'nextRefundId is not above the id of every refund',
  ),
  soundCheck(
    (given) => findOverdrawn(given) === null,
    'the refunds of a payment are more than what it has lost',
  ),
);

/** The id of a payment that has refunds of more than what is gone of it, or that is not there. */
function findOverdrawn({ payments, refunds }: Ledger): string | null {
  const left = new Map(payments.map((one) => [one.id, one]));
  const given = new Map<string, string>();
  for (const { payment: id, cents } of refunds) given.set(id, addAmounts(given.get(id) ?? '0', cents));
  for (const [id, sum] of given) {
    const known = left.get(id);
    if (known === undefined || compareAmounts(addAmounts(sum, known.left), known.paid) > 0) return id;
  }
  return null;
}
