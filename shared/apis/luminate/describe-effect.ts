import { xmlChildText } from '../../formats/xml.ts';
import { minorToMajor } from '../../model/amount.ts';
import type { Effect } from '../../model/effect.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import {
  isPartial,
  isTrue,
  nameOfItem,
  type RefundItem,
  refundItemsOf,
  statedAmounts,
  statesTotalAndParts,
  storeItems,
  ticketClass,
  ticketItems,
  totalOf,
} from './refund-request.ts';

/** What Luminate will do with the request, from its XML and the documented defaults. */
export function describeEffect(_operation: string, request: RequestParts): Effect {
  const items = refundItemsOf(request);
  if (items === null) return { sentences: ['The body holds no refundRequest.'], cautions: [] };
  if (items.length === 0) return { sentences: ['The request lists no refund.'], cautions: [] };
  return {
    sentences: [
      describeMoney(items),
      ...items.map(describeItem),
      `${describeMails(items)} Luminate cannot undo a refund.`,
    ],
    cautions: cautionsOf(items),
  };
}

function describeMoney(items: readonly RefundItem[]): string {
  const through = items.filter(({ element }) => isTrue(element, 'process_transaction')).length;
  const refunds = items.length === 1 ? '1 refund' : `${items.length} refunds`;
  if (through === 0) return `Records ${refunds}. No money moves: ${whyNot(items, 'process_transaction')}.`;
  if (through === items.length)
    return `Sends ${refunds} through the payment gateway and records what succeeds. Money moves.`;
  const others = items.length - through;
  return `Sends ${through} of ${refunds} through the payment gateway, so money moves; ${others} ${others === 1 ? 'is' : 'are'} only recorded.`;
}

function describeMails(items: readonly RefundItem[]): string {
  const mails = items.filter(({ element }) => isTrue(element, 'send_autoresponder')).length;
  if (mails === 0) return `No e-mail is sent: ${whyNot(items, 'send_autoresponder')}.`;
  if (items.length === 1) return 'The constituent gets an e-mail.';
  return mails === items.length
    ? 'Every constituent gets an e-mail.'
    : `An e-mail is sent for ${mails} of ${items.length} refunds.`;
}

/** Why a switch is off in every item; false is the documented default of both. */
function whyNot(items: readonly RefundItem[], name: string): string {
  const isAbsent = items.every(({ element }) => xmlChildText(element, name) === null);
  return isAbsent ? `${name} is absent, which means false` : `${name} is not true`;
}

function describeItem(item: RefundItem): string {
  const extra = [
    ...(cancelsAll(item) ? ['cancels every ticket'] : cancelledTickets(item)),
    ...(isTrue(item.element, 'process_transaction') ? ['through the gateway'] : []),
  ];
  return `${labelOf(item)}: ${[describeAmount(item), ...extra].join(', ')}`;
}

function describeAmount(item: RefundItem): string {
  if (!isPartial(item)) {
    return xmlChildText(item.element, 'refund_type') === null
      ? 'all of it, refund_type is absent'
      : 'all of it';
  }
  const amounts = statedAmounts(item);
  const goods = storeItems(item).map((id) => `store item ${id}`);
  const total = totalOf(amounts);
  if (total === null) return 'a part of it, by amounts that are not whole cents';
  if (amounts.length === 0) return goods.length === 0 ? 'a part of it, but no amount' : goods.join(' and ');
  const sum = `${total} = ${minorToMajor(total)} USD, in cents`;
  const shares = amounts.length === 1 ? [] : amounts.map(({ part, cents }) => `${part} ${cents}`);
  const split = shares.length === 0 ? '' : ` (${shares.join(', ')})`;
  return [`${sum}${split}`, ...goods].join(', and ');
}

function cancelledTickets({ element }: RefundItem): readonly string[] {
  return ticketItems(element).map((item) => {
    const count = xmlChildText(item, 'num_of_tickets') ?? 'an unstated number';
    return `cancels ${count} of ticket class ${ticketClass(item)}`;
  });
}

function cautionsOf(items: readonly RefundItem[]): readonly string[] {
  const names = items.map(nameOfItem);
  const twice = new Set(names.filter((name, index) => name !== null && names.indexOf(name) !== index));
  return [
    ...items.filter(cancelsAll).map((item) => `Cancels every ticket of ${labelOf(item)}.`),
    ...items.filter(statesUnusedAmount).map((item) => {
      return `The amount at ${labelOf(item)} does not make it a partial refund: refund_type is not partial.`;
    }),
    ...items.filter(statesTotalAndParts).map((item) => {
      return `${labelOf(item)} has refund_amount and amounts of registrations; both are counted, and Luminate may read them otherwise.`;
    }),
    ...[...twice].map((name) => `${name ?? ''} is named more than once in this request.`),
    ...(items.some(({ kind }) => kind.word === 'TeamRaiser')
      ? ['A TeamRaiser refund does not cancel the registration.']
      : []),
  ];
}

function statesUnusedAmount(item: RefundItem): boolean {
  return !isPartial(item) && (statedAmounts(item).length > 0 || storeItems(item).length > 0);
}

function cancelsAll({ element }: RefundItem): boolean {
  return isTrue(element, 'cancel_all_tickets');
}

function labelOf(item: RefundItem): string {
  return `${item.kind.noun} ${nameOfItem(item) ?? 'without an identifier'}`;
}
