import { formValue, parseForm } from '../../formats/form.ts';
import { parseXml, xmlChild, xmlChildren, xmlChildText } from '../../formats/xml.ts';
import { addAmounts } from '../../model/amount.ts';
import type { XmlElement } from '../../model/parsed-body.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { requestField } from './request-fields.ts';

export const namespace = 'http://convio.com/crm/v1.0';

/** The five kinds of payment: their elements, the word for lists, and the words for sentences. */
const itemKinds = [
  { list: 'donRefundInfoList', item: 'donRefundInfo', word: 'donation', noun: 'donation' },
  { list: 'trRefundInfoList', item: 'trRefundInfo', word: 'TeamRaiser', noun: 'TeamRaiser registration' },
  {
    list: 'pfRefundInfoList',
    item: 'pfRefundInfo',
    word: 'personal fundraising',
    noun: 'personal fundraising gift',
  },
  { list: 'ticketRefundInfoList', item: 'ticketRefundInfo', word: 'tickets', noun: 'ticket order' },
  { list: 'ecommerceRefundInfoList', item: 'ecommerceRefundInfo', word: 'ecommerce', noun: 'store order' },
] as const;

export type ItemKind = (typeof itemKinds)[number];

/** The words of the five kinds. */
export const itemWords = itemKinds.map(({ word }) => word);

/** One refund that a request asks for. */
export type RefundItem = {
  readonly kind: ItemKind;
  readonly element: XmlElement;
  /** For people: `refundRequest/donRefundInfoList/donRefundInfo[2]`. */
  readonly path: string;
};

/** The elements that name a payment, the one people use most first. */
export const identifierNames = [
  'transaction_id',
  'user_confirmation_code',
  'processor_transaction_id',
] as const;

/** The refunds of a request, in the order they are written; `null` where its body holds no refundRequest. */
export function refundItemsOf(request: RequestParts): readonly RefundItem[] | null {
  const text = formValue(parseForm(request.body ?? ''), requestField);
  const xml = text === null ? null : parseXml(text);
  return xml?.ok === true && xml.value.localName === 'refundRequest' ? readItems(xml.value) : null;
}

/** The refunds under a refundRequest, in the order they are written. */
export function readItems(root: XmlElement): readonly RefundItem[] {
  return root.children.flatMap((list) => {
    const kind = itemKinds.find((candidate) => candidate.list === list.localName);
    if (kind === undefined) return [];
    const elements = xmlChildren(list, kind.item);
    const path = `${root.localName}/${kind.list}/${kind.item}`;
    return elements.map((element, index) => ({
      kind,
      element,
      path: elements.length === 1 ? path : `${path}[${index + 1}]`,
    }));
  });
}

/** The text by which an item names its payment, or `null`. */
export function nameOfItem({ element }: RefundItem): string | null {
  return (
    identifierNames.map((name) => xmlChildText(element, name)).find((text) => text !== null && text !== '') ??
    null
  );
}

/** Whether a boolean element says yes; XML Schema writes that in two ways. */
export function isTrue(element: XmlElement, name: string): boolean {
  const text = xmlChildText(element, name);
  return text === 'true' || text === '1';
}

export function isPartial({ element }: RefundItem): boolean {
  return xmlChildText(element, 'refund_type') === 'partial';
}

/** An amount that an item states: what it is for, and its cents as written. */
export type StatedAmount = { readonly part: string; readonly cents: string };

/** The part of a `refund_amount`: it is not tied to anything the payment was made for. */
export const wholePart = 'refund amount';

/** Every amount of an item, in reading order. The words for the parts are those of the sandbox's ledger, too. */
export function statedAmounts({ element }: RefundItem): readonly StatedAmount[] {
  return [
    ...amount(element, 'refund_amount', wholePart),
    ...dataOf(element, 'regRefundDataList', 'regRefundData').flatMap((data) => {
      const registration = `registration ${xmlChildText(data, 'registration_id') ?? 'without id'}`;
      return [
        ...amount(data, 'reg_refund_amount', registration),
        ...amount(data, 'gift_refund_amount', `gift with ${registration}`),
      ];
    }),
    ...dataOf(element, 'addOnRefundDataList', 'addOnRefundData').flatMap((data) => {
      const name = xmlChildText(data, 'addon_id') ?? xmlChildText(data, 'addon_name') ?? 'without id';
      return amount(data, 'addon_refund_amount', `upsell ${name}`);
    }),
    ...amount(element, 'gift_refund_amount', 'gift'),
    ...amount(element, 'shipping_refund_amount', 'shipping'),
    ...ticketItems(element).flatMap((item) =>
      amount(item, 'ticket_refund_amount', `ticket class ${ticketClass(item)}`),
    ),
  ];
}

/** Whether a partial TeamRaiser refund gives both of what the document asks for one of. */
export function statesTotalAndParts(item: RefundItem): boolean {
  if (item.kind.word !== 'TeamRaiser' || !isPartial(item)) return false;
  const has = (name: string): boolean => xmlChild(item.element, name) !== null;
  return has('refund_amount') && has('regRefundDataList');
}

/** The store items of an order that are given back; they have no amount of their own. */
export function storeItems({ element }: RefundItem): readonly string[] {
  return xmlChildren(element, 'refund_item_id').map((item) => item.text.trim());
}

/** The tickets of an order that are given back, by class. */
export function ticketItems(element: XmlElement): readonly XmlElement[] {
  return xmlChildren(element, 'ticket_refund_item');
}

export function ticketClass(item: XmlElement): string {
  return xmlChildText(item, 'ticket_class_id') ?? 'without id';
}

/** The sum of the amounts, or `null` where one of them is not whole cents. */
export function totalOf(amounts: readonly StatedAmount[]): string | null {
  if (amounts.some(({ cents }) => !isCents(cents))) return null;
  return amounts.reduce((sum, { cents }) => addAmounts(sum, cents), '0');
}

export function isCents(text: string): boolean {
  return /^\d+$/.test(text);
}

function amount(element: XmlElement, name: string, part: string): readonly StatedAmount[] {
  return xmlChildren(element, name).map((child) => ({ part, cents: child.text.trim() }));
}

function dataOf(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  return xmlChildren(xmlChild(element, list), item);
}
