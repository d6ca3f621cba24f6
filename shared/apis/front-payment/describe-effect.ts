import { memberText, parseJson } from '../../formats/json.ts';
import { compareAmounts, parseAmount } from '../../model/amount.ts';
import type { Effect } from '../../model/effect.ts';
import type { RequestParts } from '../../model/request-parts.ts';
import { orderOf, readRefundBody, type RefundBody } from './refund-body.ts';

/** What Front Payment will do with the request, from its address and the fields it holds. */
export function describeEffect(operation: string, request: RequestParts): Effect {
  const order = `order ${orderOf(request.url) ?? '(unnamed)'}`;
  const parsed = parseJson(request.body ?? '');
  const root = parsed.ok ? parsed.value : null;
  switch (operation) {
    case 'refund':
      return describeRefund(order, readRefundBody(root));
    case 'cancel':
      return describeCancel(order, memberText(root, 'type'));
    case 'request-approval':
      return describeApproval(order, readRefundBody(root));
    case 'payment-status':
      return {
        sentences: [`Asks whether ${order} is paid or cancelled. Changes nothing.`],
        cautions: [],
      };
    default:
      return { sentences: [`Asks what became of the refund of ${order}. Changes nothing.`], cautions: [] };
  }
}

function describeRefund(order: string, body: RefundBody): Effect {
  const cautions = totalCautions(body);
  if (body.isReversal === true) {
    return {
      sentences: [
        `Reverses ${total(body)} of ${order}: ${parts(body)}.`,
        'Front Payment does it at once; there is nothing to wait for.',
      ],
      cautions,
    };
  }
  return {
    sentences: [
      `Asks the terminal to refund ${total(body)} of ${order}: ${parts(body)}.`,
      'Front Payment only passes the request on; ask for the refund status to see the end.',
    ],
    cautions: [
      ...cautions,
      ...(body.isReversal === null
        ? [
            'isReversal is missing; the older page requires it, and what happens without it is not documented.',
          ]
        : []),
      'Nothing marks a repeat: sending it twice can raise a second refund on the terminal.',
    ],
  };
}

function describeCancel(order: string, type: string | null): Effect {
  if (type === 'payment') {
    return {
      sentences: [`Cancels ${order}, if it is not paid yet.`],
      cautions: ['The customer can then no longer pay this order on the terminal.'],
    };
  }
  if (type === 'refund') {
    return {
      sentences: [`Cancels the refund request of ${order} that waits on the terminal; the order stays paid.`],
      cautions: [],
    };
  }
  return {
    sentences: [`Cancels something of ${order}; type does not say whether the refund or the payment.`],
    cautions: ['type has to be refund or payment.'],
  };
}

function describeApproval(order: string, body: RefundBody): Effect {
  return {
    sentences: [
      `Asks Front Payment to approve a refund of ${total(body)} of ${order} by hand: ${parts(body)}.`,
      'A person decides; the refund happens only if it is approved.',
    ],
    cautions: totalCautions(body),
  };
}

function total({ grandTotal }: RefundBody): string {
  return grandTotal === null ? 'an unstated total' : `${grandTotal} NOK (kroner, not øre)`;
}

function parts(body: RefundBody): string {
  if (body.parts.length === 0) return 'no products named';
  return body.parts
    .map(({ id, amount }) => `${amount || 'an unstated amount'} NOK of product ${id || '(unnamed)'}`)
    .join(', ');
}

function totalCautions({ grandTotal, sum }: RefundBody): readonly string[] {
  if (grandTotal === null || sum === null || !parseAmount(grandTotal).ok) return [];
  if (compareAmounts(grandTotal, sum) === 0) return [];
  return [`grandTotal is ${grandTotal} NOK, but the products add up to ${sum} NOK.`];
}
