import { describe, expect, it } from 'vitest';

import { api } from '../../../../shared/apis/payu/index.ts';
import { lookUpRefunds } from '../../../../shared/engine/look-up-refunds.ts';
import type { LookUp } from '../../../../shared/model/refund.ts';
import { failureOf, responseOf } from '../../support/outcomes.ts';

const payment = '403993715529606983';

const request = {
  method: 'POST',
  url: 'https://payu.example/partner/refund/status',
  headers: [],
  body: `{"merchant_id":"8238480","payu_id":${payment}}`,
};
const asked = { operation: 'refund-status', request };

type Entry = { readonly status?: string; readonly amt?: string; readonly token?: string };

/** What an answer about one payment proves, its refunds under made-up request ids. */
function lookUp(entries: readonly Entry[], payuId = payment): readonly LookUp[] {
  const refunds = Object.fromEntries(entries.map((entry, index) => [`1248653835${index}`, entry]));
  return lookUpRefunds(api, responseOf(200, JSON.stringify({ [payuId]: refunds })), asked);
}

describe('the refund status of PayU', () => {
  it.each([
    ['queued', 'pending'],
    ['success', 'accepted'],
    ['failure', 'refused'],
    ['SUCCESS', 'accepted'],
  ])('%s proves that the refund is %s', (status, state) => {
    expect(lookUp([{ status, amt: '500.00', token: 'T-1' }])).toEqual([
      { transaction: payment, refundId: 'T-1', amount: '500.00', state },
    ]);
  });

  it('tells every refund of the payment by its own id', () => {
    const found = lookUp([
      { status: 'success', amt: '2.12', token: 'T-1' },
      { status: 'failure', amt: '3.13', token: 'T-2' },
    ]);
    expect(found.map(({ refundId, state }) => [refundId, state])).toEqual([
      ['T-1', 'accepted'],
      ['T-2', 'refused'],
    ]);
  });

  it('keeps both amounts where one id was used for two refunds, as in a printed sample', () => {
    const found = lookUp([
      { status: 'success', amt: '2.12', token: 'T-1' },
      { status: 'failure', amt: '3.13', token: 'T-1' },
    ]);
    expect(found.map(({ amount, state }) => [amount, state])).toEqual([
      ['2.12', 'accepted'],
      ['3.13', 'refused'],
    ]);
  });

  it('proves nothing where one id and amount has two states', () => {
    const twice = { amt: '2.12', token: 'T-1' };
    expect(
      lookUp([
        { ...twice, status: 'success' },
        { ...twice, status: 'failure' },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['a state that is not published', [{ status: 'on hold', amt: '1', token: 'T-1' }]],
    ['an entry without the id of the refund', [{ status: 'success', amt: '1' }]],
    ['an entry without a state', [{ amt: '1', token: 'T-1' }]],
    ['no entry', []],
  ])('proves nothing by %s', (_title, entries) => expect(lookUp(entries)).toEqual([]));

  it('proves nothing of another payment, down to the last digit', () => {
    expect(lookUp([{ status: 'success', token: 'T-1' }], '403993715529607000')).toEqual([]);
  });

  it('does not take "not found" for proof that there is no refund', () => {
    const text =
      '{"errorCode":"400","description":"0 out of 1 Transactions Fetched Successfully","category":"RefundService"}';
    expect(lookUpRefunds(api, responseOf(400, text), asked)).toEqual([]);
  });

  it.each([
    ['a bad token', responseOf(401, '{"message":"Invalid Auth token"}')],
    ['an error page', responseOf(502, '<html>Bad gateway</html>')],
    [
      'a failing status over a good list',
      responseOf(500, `{"${payment}":{"1":{"status":"success","token":"T-1"}}}`),
    ],
    [
      'a list that was cut off',
      responseOf(200, `{"${payment}":{"1":{"status":"success","token":"T-1"}}}`, { truncated: true }),
    ],
    ['no answer', failureOf('wait', 'ETIMEDOUT', true)],
  ])('proves nothing by %s', (_title, outcome) => {
    expect(lookUpRefunds(api, outcome, asked)).toEqual([]);
  });

  it('reads the answer to a refund as nothing of the kind', () => {
    const answer = responseOf(200, `{"${payment}":{"1":{"status":"success","amt":"1","token":"T-1"}}}`);
    expect(lookUpRefunds(api, answer, { operation: 'refund', request })).toEqual([]);
    expect(lookUpRefunds(api, answer, { operation: null, request })).toEqual([]);
  });
});
