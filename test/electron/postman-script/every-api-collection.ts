import type { Check, CheckOperator, CheckSubject } from '../../../shared/model/check.ts';
import type { CollectionContent } from '../../../shared/model/collection.ts';
import type { RequestDraft } from '../../../shared/model/request-draft.ts';
import { requestOf } from '../../support/run-plans.ts';

const status: CheckSubject = { of: 'status' };
const verdict: CheckSubject = { of: 'verdict' };
const entry: CheckSubject = { of: 'entry' };
const json = (path: string): CheckSubject => ({ of: 'json', path });
const xml = (path: string, namespaces: Readonly<Record<string, string>> = {}): CheckSubject => ({
  of: 'xml',
  path,
  namespaces,
});

function check(subject: CheckSubject, operator: CheckOperator, expected = ''): Check {
  return { subject, operator, expected };
}

/** A change of one text in the body or the address of a draft. */
export function replace(from: string, to: string): (draft: RequestDraft) => RequestDraft {
  return (draft) => {
    const { body } = draft;
    const swap = (text: string): string => text.replaceAll(from, () => to);
    const url = swap(draft.url);
    if (body.kind === 'text') return { ...draft, url, body: { ...body, text: swap(body.text) } };
    if (body.kind === 'none') return { ...draft, url };
    const fields = body.fields.map(({ name, value }) => ({ name, value: swap(value) }));
    return { ...draft, url, body: { ...body, fields } };
  };
}

/** Requests of all five APIs: accepted, repeated, partial, refused as documented, asked about; checks of every kind. */
export const everyApi: CollectionContent = {
  name: 'Every API',
  notes: 'Five APIs, each with refusals it documents.',
  variables: [
    { name: 'wanted', value: '200' },
    { name: 'ticket', value: 'TICKET & "4417" <ü>' },
  ],
  items: [
    {
      kind: 'folder',
      name: 'PayU',
      notes: '',
      items: [
        requestOf('In full', 'payu', 'refund', {
          checks: [
            check(status, 'equals', '{{wanted}}'),
            check(verdict, 'equals', 'pending'),
            check(entry, 'equals', 'queued'),
            check({ of: 'code' }, 'equals', '102'),
            check(json('$.mihpayid'), 'equals', '403993715529606983'),
            check({ of: 'header', name: 'content-type' }, 'contains', 'json'),
            check({ of: 'body' }, 'matches', 'Refund\\s+Request'),
            check(json('$.nothing'), 'absent'),
            check({ of: 'time' }, 'less', '60000'),
          ],
          captures: [{ subject: json('$.mihpayid'), variable: 'captured' }],
        }),
        requestOf('Same id again', 'payu', 'refund', {
          checks: [check(verdict, 'equals', 'refused'), check(entry, 'contains', 'already')],
        }),
        requestOf('Without checks, refused', 'payu', 'refund'),
        requestOf('In part', 'payu', 'partial-refund', { checks: [check(verdict, 'not-equals', 'refused')] }),
        requestOf('Same amount within minutes', 'payu', 'same-amount-again', {
          checks: [check(verdict, 'equals', 'refused'), check(status, 'at-most', '299.999')],
        }),
        requestOf('Too much', 'payu', 'cancel', {
          change: replace('{{payu.amount}}', '99999999999999999999.10'),
          checks: [check(verdict, 'equals', 'accepted')],
        }),
        requestOf('Status by a captured id', 'payu', 'refund-status', {
          change: replace('{{payu.payuId}}', '{{captured}}'),
          checks: [
            check(status, 'equals', '200'),
            check(json('$.nowhere[?@.amount == 500.00]'), 'exists'),
            check({ of: 'body' }, 'contains', '{{captured}}'),
            check(json('$['), 'exists'),
            check(status, 'equals', '{{payu.clientSecret}}'),
          ],
        }),
      ],
    },
    {
      kind: 'folder',
      name: 'Sessions',
      notes: '',
      items: [
        requestOf('Wallet in full', 'digipay', 'refund', {
          change: replace('Refund Money', '{{ticket}}'),
          checks: [check(verdict, 'equals', 'accepted'), check(json('$.success'), 'equals', '1')],
        }),
        requestOf('Wallet again', 'digipay', 'refund', { checks: [check(verdict, 'equals', 'refused')] }),
        requestOf('Wallet in part', 'digipay', 'partial-refund', {
          checks: [
            check(json('$.data.transaction.txn_amount'), 'at-least', '49.5'),
            check(json('$..txn_status'), 'exists'),
          ],
        }),
        requestOf('Course', 'edubrite', 'refund', {
          checks: [
            check(xml('/response/@code'), 'equals', '0'),
            check(xml('count(//msg)'), 'at-least', '1'),
            check(xml('//msg/code'), 'equals', '0005'),
          ],
        }),
        requestOf('Course again', 'edubrite', 'refund', { checks: [check(verdict, 'equals', 'refused')] }),
        requestOf('Group', 'edubrite', 'refund-group'),
      ],
    },
    requestOf('Donation', 'luminate', 'refund', {
      checks: [
        check(xml('//refundResult/success'), 'equals', 'true'),
        check(xml('//l:success', { l: 'http://convio.com/crm/v1.0' }), 'exists'),
      ],
    }),
    requestOf('Donation again', 'luminate', 'refund', { checks: [check(verdict, 'equals', 'refused')] }),
    requestOf('Five kinds', 'luminate', 'mixed-batch', {
      checks: [check(xml('//refundResult'), 'exists'), check(verdict, 'equals', 'accepted')],
    }),
    requestOf('One refused', 'luminate', 'batch-with-refusal', {
      change: replace('{{luminate.responseFormat}}', 'json'),
      checks: [
        check(json('$.refundResponse.refundResultList[?@.refundResult.success == "false"]'), 'exists'),
        check(verdict, 'equals', 'refused'),
      ],
    }),
    requestOf('Order', 'front-payment', 'refund', {
      checks: [check(status, 'equals', '202'), check(verdict, 'equals', 'pending')],
    }),
    requestOf('Order again', 'front-payment', 'refund'),
    requestOf('Order in part', 'front-payment', 'partial-refund'),
    requestOf('Unknown order', 'front-payment', 'refund', {
      change: replace('{{front-payment.orderUuid}}', 'ODR9999999999'),
      checks: [check(entry, 'exists'), check(verdict, 'equals', 'refused')],
    }),
    requestOf('Order status', 'front-payment', 'refund-status'),
    requestOf('Payment status', 'front-payment', 'payment-status'),
  ],
};
