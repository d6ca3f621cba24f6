import type { RequestTemplate } from '../../definition/request-template.ts';

const call = {
  operation: 'refund',
  url: '{{edubrite.baseUrl}}/oltpublish/site/paymentTxnService.do',
  headers: [
    ['Content-Type', 'application/x-www-form-urlencoded'],
    ['Cookie', 'SESSION_ID={{$session.sessionId}}; SESSION_INFO={{$session.sessionInfo}}'],
    ['REAL_UNAME', '{{edubrite.adminUser}}'],
  ],
  body: {
    kind: 'form',
    fields: [
      { name: 'dispatch', value: 'refund' },
      { name: 'id', value: '{{edubrite.invoiceId}}' },
    ],
    main: null,
  },
} satisfies Omit<RequestTemplate, 'id' | 'title' | 'summary' | 'demo'>;

export const templates: readonly RequestTemplate[] = [
  {
    ...call,
    id: 'refund',
    title: 'Refund single purchase',
    summary: 'Undoes the purchase of one person, who leaves the course session or program session.',
    demo: { 'edubrite.invoiceId': '34669703-f5b3-11e7-a6ac-0cc47a352510' },
  },
  {
    ...call,
    id: 'refund-group',
    title: 'Refund group purchase',
    summary: 'Undoes a group purchase: its coupon is voided, and everybody who enrolled with it is removed.',
    demo: { 'edubrite.invoiceId': '5d0a2c40-f5b4-11e7-8c3e-02420a0b0c0d' },
  },
];

/** No call that looks an invoice up is documented. */
export function followUp(): null {
  return null;
}
