import type { FieldSpec } from '../../definition/field-spec.ts';
import type { FieldFault } from '../../definition/operation.ts';
import { xmlAttribute, xmlChild, xmlChildText } from '../../formats/xml.ts';
import type { WellFormed, XmlElement } from '../../model/parsed-body.ts';
import {
  identifierNames,
  isPartial,
  namespace,
  nameOfItem,
  readItems,
  type RefundItem,
  statedAmounts,
  statesTotalAndParts,
  storeItems,
} from './refund-request.ts';
import { refundRequest } from './request-fields.ts';
import { implied, seed } from './sources.ts';

/** How many refunds one call may hold, over all lists. */
export const mostItems = 200;

/** The rules of the document that concern more than one element. */
export function checkRequest(body: WellFormed): readonly FieldFault[] {
  if (body.kind !== 'xml' || body.root.localName !== 'refundRequest') return [];
  const { root } = body;
  const items = readItems(root);
  return [
    ...checkNamespace(root),
    ...checkCount(root, items),
    ...checkNegative(root, refundRequest, root.localName),
    ...items.flatMap((item) => [...checkIdentifier(item), ...checkAmounts(item)]),
  ];
}

/** The namespace an element is in, as far as its own start tag says. */
export function namespaceOf(element: XmlElement): string | null {
  const [prefix, local] = element.name.split(':', 2);
  return local === undefined
    ? (element.attributes.find(([name]) => name === 'xmlns')?.[1] ?? null)
    : xmlAttribute(element, prefix ?? '');
}

function checkNamespace(root: XmlElement): readonly FieldFault[] {
  if (namespaceOf(root) === namespace) return [];
  return [
    {
      path: root.localName,
      message: `<${root.name}> is not in the namespace ${namespace}.`,
      remedy: `Write <refundRequest xmlns="${namespace}">.`,
      source: implied,
      offset: root.start,
    },
  ];
}

function checkCount(root: XmlElement, items: readonly RefundItem[]): readonly FieldFault[] {
  const surplus = items[mostItems];
  if (surplus !== undefined) {
    return [
      {
        path: root.localName,
        message: `The request lists ${items.length} refunds; at most ${mostItems} are allowed in one call.`,
        remedy: 'Split it into several calls.',
        source: seed,
        offset: surplus.element.start,
      },
    ];
  }
  if (items.length > 0) return [];
  return [
    {
      path: root.localName,
      message: 'The request lists no refund.',
      remedy: 'Add a list with at least one entry, like donRefundInfoList with a donRefundInfo.',
      source: implied,
      offset: root.start,
    },
  ];
}

/** Every number of the document is of the type nonNegativeInteger. */
function checkNegative(element: XmlElement, spec: FieldSpec, path: string): readonly FieldFault[] {
  return element.children.flatMap((child) => {
    const childSpec = spec.fields?.find(({ name }) => name === child.localName);
    if (childSpec === undefined) return [];
    const childPath = `${path}/${child.localName}`;
    if (childSpec.fields !== undefined) return checkNegative(child, childSpec, childPath);
    const text = child.text.trim();
    if ((childSpec.type !== 'integer' && childSpec.type !== 'amount') || !/^-\d/.test(text)) return [];
    return [
      {
        path: childPath,
        message: `${childPath} is ${text}, which is below zero.`,
        remedy: 'Write it without a sign, like 1000.',
        source: seed,
        offset: child.start,
      },
    ];
  });
}

function checkIdentifier(item: RefundItem): readonly FieldFault[] {
  if (nameOfItem(item) !== null) return [];
  return [
    {
      path: item.path,
      message: `${item.path} does not say which payment it refunds.`,
      remedy: `Add one of ${identifierNames.join(', ')}.`,
      source: seed,
      offset: item.element.start,
    },
  ];
}

function checkAmounts(item: RefundItem): readonly FieldFault[] {
  if (!isPartial(item)) return [];
  const fault = { path: item.path, offset: item.element.start };
  if (statedAmounts(item).length === 0) {
    return [
      {
        ...fault,
        message: `${item.path} is a partial refund without an amount.`,
        remedy: 'Add the amount in cents, or make refund_type full.',
        // Whether a store item on its own counts as an amount is not said.
        source: storeItems(item).length > 0 ? implied : seed,
      },
    ];
  }
  const { element, kind } = item;
  if (statesTotalAndParts(item)) return [{ ...fault, ...describeTotalAndParts(item) }];
  if (kind.word !== 'TeamRaiser' || xmlChildText(element, 'refund_amount') !== null) return [];
  if (xmlChild(element, 'regRefundDataList') !== null) return [];
  return [
    {
      ...fault,
      message: `${item.path} is a partial TeamRaiser refund with neither refund_amount nor regRefundDataList.`,
      remedy: 'Add one of the two; upsells alone are not enough.',
      source: seed,
    },
  ];
}

/** The document asks for one of the two; whether refund_amount is then the total of the others is not said. */
function describeTotalAndParts(item: RefundItem): Pick<FieldFault, 'message' | 'remedy' | 'source'> {
  const amounts = statedAmounts(item).map(({ part, cents }) => `${part} ${cents}`);
  return {
    message: `${item.path} has both refund_amount and regRefundDataList (${amounts.join(', ')} in cents), which leaves open how much is given back.`,
    remedy: 'Keep one of the two.',
    source: implied,
  };
}
