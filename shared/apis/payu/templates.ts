import type { FollowUp } from '../../definition/api-definition.ts';
import type { RequestTemplate } from '../../definition/request-template.ts';
import { memberText, parseJson } from '../../formats/json.ts';
import type { HeaderList } from '../../model/headers.ts';
import type { DraftBody } from '../../model/request-draft.ts';
import type { RequestParts } from '../../model/request-parts.ts';

const headers: HeaderList = [
  ['Content-Type', 'application/json'],
  ['Authorization', 'Bearer {{payu.accessToken}}'],
];

const refundBody: DraftBody = {
  kind: 'text',
  language: 'json',
  text: `{
  "refund_id": "{{payu.refundId}}",
  "payu_id": {{payu.payuId}},
  "merchant_id": "{{payu.merchantId}}",
  "reseller_id": "{{payu.resellerId}}",
  "hash": "{{$signature}}",
  "amount": {{payu.amount}}
}`,
};

const refund = {
  operation: 'refund',
  url: '{{payu.baseUrl}}/partner/refunds',
  headers,
  body: refundBody,
} as const;

export const templates: readonly RequestTemplate[] = [
  {
    ...refund,
    id: 'refund',
    title: 'Refund captured payment',
    summary: 'Gives a captured payment back to the customer.',
    demo: {
      'payu.payuId': '403993715529606983',
      'payu.refundId': 'TICKET-4417-01',
      'payu.amount': '500.00',
    },
  },
  {
    ...refund,
    id: 'cancel',
    title: 'Cancel authorised payment',
    summary:
      'Cancels a payment that is authorised and not yet captured; the amount must be the authorised one.',
    demo: {
      'payu.payuId': '17788074728',
      'payu.refundId': 'TICKET-4418-01',
      'payu.amount': '750.00',
    },
  },
  {
    ...refund,
    id: 'partial-refund',
    title: 'Partial refund',
    summary: 'Gives back a part of a captured payment; what is left can be refunded later.',
    demo: {
      'payu.payuId': '403993715529339129',
      'payu.refundId': 'TICKET-4420-01',
      'payu.amount': '23.12',
    },
  },
  {
    ...refund,
    id: 'same-amount-again',
    title: 'Duplicate within 5 minutes',
    summary:
      'The partial refund once more under a new refund id: refused while five minutes have not passed.',
    demo: {
      'payu.payuId': '403993715529339129',
      'payu.refundId': 'TICKET-4420-02',
      'payu.amount': '23.12',
    },
  },
  {
    id: 'refund-status',
    title: 'Refund status',
    summary:
      'Asks what became of the refunds of a payment. PayU documents the fields, but prints neither path nor method.',
    operation: 'refund-status',
    url: '{{payu.baseUrl}}/partner/refund/status',
    headers,
    body: {
      kind: 'text',
      language: 'json',
      text: `{
  "merchant_id": "{{payu.merchantId}}",
  "payu_id": {{payu.payuId}},
  "reseller_id": "{{payu.resellerId}}",
  "hash": "{{$signature}}"
}`,
    },
    demo: { 'payu.payuId': '403993715529606983' },
  },
];

/** The status call for the payment of a refund. */
export function followUp(request: RequestParts): FollowUp | null {
  const body = parseJson(request.body ?? '');
  const payuId = body.ok ? memberText(body.value, 'payu_id') : null;
  if (payuId === null || memberText(body.ok ? body.value : null, 'refund_id') === null) return null;
  return { template: 'refund-status', label: 'Check the refund status', values: { 'payu.payuId': payuId } };
}
