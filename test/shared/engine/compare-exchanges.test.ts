import { describe, expect, it } from 'vitest';

import { compareExchanges } from '../../../shared/engine/compare-exchanges.ts';
import type { ComparedPart, Difference } from '../../../shared/model/comparison.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { RequestParts } from '../../../shared/model/request-parts.ts';
import { settledExchange } from '../../support/some-exchange.ts';
import { failureOf, responseOf } from '../support/outcomes.ts';

function withRequest(changes: Partial<RequestParts>, more: Partial<Exchange> = {}): Exchange {
  const exchange = settledExchange('1');
  if (exchange.main === null) throw new Error('It has no request');
  const request = { ...exchange.main.request, ...changes };
  return { ...exchange, ...more, main: { ...exchange.main, request } };
}

function withOutcome(outcome: ReturnType<typeof responseOf>): Exchange {
  const exchange = settledExchange('1');
  return exchange.main === null ? exchange : { ...exchange, main: { ...exchange.main, outcome } };
}

function differencesOf(left: Exchange, right: Exchange, part: ComparedPart): readonly Difference[] {
  return compareExchanges(left, right).sections.find((section) => section.part === part)?.differences ?? [];
}

it('finds nothing between an exchange and itself, and names every part', () => {
  const { sections, incomplete } = compareExchanges(settledExchange('1'), settledExchange('2'));
  expect(sections.map(({ part }) => part)).toEqual([
    'request-line',
    'request-headers',
    'request-body',
    'status',
    'response-headers',
    'response-body',
    'verdict',
  ]);
  expect(sections.flatMap(({ differences }) => differences)).toEqual([]);
  expect(incomplete).toBe(false);
});

describe('the request', () => {
  it('is compared by method, server, path and query parameter', () => {
    const left = withRequest({ method: 'GET', url: 'https://a.example/x?id=1&only=2' });
    const right = withRequest({ method: 'POST', url: 'https://b.example/y?id=3' });
    expect(differencesOf(left, right, 'request-line')).toMatchObject([
      { path: 'method', kind: 'value' },
      { path: 'server', left: { text: 'https://a.example' }, mark: null },
      { path: 'path', left: { text: '/x' }, right: { text: '/y' } },
      { path: 'query.id', kind: 'value', left: { text: '1', path: 'query.id' } },
      { path: 'query.only', kind: 'extra' },
    ]);
  });

  it('another port of the sandbox is to be expected', () => {
    const environment = { id: 'sandbox', name: 'Local sandbox', environmentClass: 'sandbox' } as const;
    const left = withRequest({ url: 'http://127.0.0.1:1/a' }, { environment });
    const right = withRequest({ url: 'http://127.0.0.1:2/a' }, { environment });
    expect(differencesOf(left, right, 'request-line')).toMatchObject([
      { path: 'server', mark: { kind: 'expected' } },
    ]);
  });

  it('what a dynamic variable made anew is to be expected, and only that', () => {
    const made = (uuid: string, note: string): Exchange =>
      withRequest({ body: `{"ref": "T-${uuid}", "note": "${note}"}` }, { generated: [['$uuid', uuid]] });
    expect(differencesOf(made('aaa', 'x'), made('bbb', 'y'), 'request-body')).toMatchObject([
      { path: 'ref', mark: { kind: 'expected' } },
      { path: 'note', mark: null },
    ]);
  });

  it('another signature is to be expected, another hash that nobody calculated is not', () => {
    const traceOf = (result: string): Exchange['trace'] => ({
      algorithm: 'sha512',
      pieces: [],
      base: '',
      baseBytes: 0,
      result,
      placed: 'by the workbench',
    });
    const signed = (hash: string, trace: Exchange['trace']): Exchange =>
      withRequest({ body: `{"hash": "${hash}"}` }, { trace });
    const marks = (left: Exchange, right: Exchange): unknown =>
      differencesOf(left, right, 'request-body').map(({ mark }) => mark?.kind ?? null);
    expect(marks(signed('aa', traceOf('aa')), signed('bb', traceOf('bb')))).toEqual(['expected']);
    expect(marks(signed('aa', traceOf('aa')), signed('cc', traceOf('bb')))).toEqual([null]);
    expect(marks(signed('aa', null), signed('bb', null))).toEqual([null]);
  });

  it('a form is told by its content type', () => {
    const headers = [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']] as const;
    const left = withRequest({ headers, body: 'a=1&b=2' });
    const right = withRequest({ headers, body: 'b=3&a=1' });
    expect(differencesOf(left, right, 'request-body')).toMatchObject([{ path: 'b', kind: 'value' }]);
  });
});

describe('the answer', () => {
  it('status and body differ', () => {
    const left = withOutcome(responseOf(200, '{"a": 1}'));
    const right = withOutcome(responseOf(400, '{"a": 2}'));
    expect(differencesOf(left, right, 'status')).toMatchObject([
      { left: { text: '200' }, right: { text: '400' } },
    ]);
    expect(differencesOf(left, right, 'response-body')).toMatchObject([{ path: 'a' }]);
  });

  it('without one on a side only the reason is told', () => {
    const left = withOutcome(failureOf('wait', 'TIMEOUT', true));
    const { sections } = compareExchanges(left, settledExchange('2'));
    expect(sections.map(({ part }) => part)).not.toContain('response-body');
    expect(differencesOf(left, settledExchange('2'), 'status')).toMatchObject([
      { left: { text: 'no answer: TIMEOUT' } },
    ]);
  });

  it('an encrypted one is compared as it was opened', () => {
    const sealed = (openedBody: string): Exchange => ({
      ...withOutcome(responseOf(200, `sealed ${openedBody}`)),
      openedBody,
    });
    expect(differencesOf(sealed('<r>1</r>'), sealed('<r>2</r>'), 'response-body')).toMatchObject([
      { path: 'r', kind: 'value' },
    ]);
  });

  it('one that was cut off is never called the same', () => {
    const cut = withOutcome(responseOf(200, '{"a": 1}', { truncated: true }));
    expect(compareExchanges(cut, cut).incomplete).toBe(true);
  });

  it('verdict, codes and catalog entry are compared', () => {
    const one = settledExchange('1');
    const { explanation } = one;
    if (explanation === null) throw new Error('It is not explained');
    const other: Exchange = {
      ...one,
      explanation: { ...explanation, verdict: 'accepted', codes: [], entries: ['queued'] },
    };
    expect(differencesOf(one, other, 'verdict')).toMatchObject([
      { path: 'verdict', left: { text: 'refused' }, right: { text: 'accepted' } },
      { path: 'codes', kind: 'extra' },
      { path: 'catalog entry', kind: 'value' },
    ]);
  });
});

it('a long value is cut, so that a comparison stays small', () => {
  const long = (end: string): Exchange =>
    withOutcome(responseOf(200, `{"a": "${'x'.repeat(100_000)}${end}"}`));
  expect(JSON.stringify(compareExchanges(long('1'), long('2'))).length).toBeLessThan(5000);
});
