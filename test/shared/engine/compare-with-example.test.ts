import { expect, it } from 'vitest';

import type { DocumentedExample, ExampleDefect } from '../../../shared/definition/documented-example.ts';
import { compareWithExample } from '../../../shared/engine/compare-with-example.ts';
import type { Difference } from '../../../shared/model/comparison.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { documented } from '../../../shared/model/source.ts';
import { settledExchange } from '../../support/some-exchange.ts';
import { demoApi } from '../support/demo-api.ts';
import { failureOf, responseOf } from '../support/outcomes.ts';

const sample: DocumentedExample = {
  id: 'done',
  title: 'Done',
  operation: 'refund',
  kind: 'answer',
  status: 200,
  format: 'json',
  text: '{"code": "0", "message": "refund R-1 done", "id": "R-1", "sum": 5}',
  source: documented('Demo manual'),
  defects: [],
  sampleValues: [{ path: 'id' }, { path: 'message', part: 'R-1' }],
};

function answered(text: string, status = 200): Exchange {
  const exchange = settledExchange('1');
  if (exchange.main === null) throw new Error('It has no request');
  return { ...exchange, main: { ...exchange.main, outcome: responseOf(status, text) } };
}

function bodyDifferences(text: string, example: DocumentedExample): readonly Difference[] {
  const { sections } = compareWithExample(demoApi(), answered(text), example);
  return sections.find(({ part }) => part === 'response-body')?.differences ?? [];
}

function withDefect(defect: Pick<ExampleDefect, 'path' | 'slip'>): DocumentedExample {
  return { ...sample, sampleValues: [], defects: [{ ...defect, reason: 'It is wrong in the manual.' }] };
}

const same = '{"code": "0", "message": "refund R-1 done", "id": "R-1", "sum": 5}';

it('expects other values where those of the sample are its own, but no other words around them', () => {
  const [message, id] = bodyDifferences(same.replaceAll('R-1', 'R-22'), sample);
  expect(message).toMatchObject({ path: 'message', mark: { kind: 'expected' } });
  expect(id).toMatchObject({ path: 'id', mark: { kind: 'expected' } });
  expect(bodyDifferences(same.replace('done', 'lost'), sample)).toMatchObject([
    { path: 'message', mark: null },
  ]);
  expect(bodyDifferences(same.replace('"id": "R-1"', '"id": 1'), sample)).toMatchObject([
    { path: 'id', kind: 'type', mark: null },
  ]);
});

it.each([
  ['value', 'sum', same.replace('5', '6'), 'value'],
  ['type', 'sum', same.replace('5', '"5"'), 'type'],
  ['redundant', 'sum', same.replace(', "sum": 5', ''), 'missing'],
  ['absent', 'more', same.replace('5', '5, "more": 1'), 'extra'],
] as const)('a slip of the sample (%s) is marked with its reason', (slip, path, text, kind) => {
  expect(bodyDifferences(text, withDefect({ slip, path }))).toMatchObject([
    { kind, mark: { kind: 'defect', reason: 'It is wrong in the manual.' } },
  ]);
});

it.each([
  ['value', 'sum', same.replace(', "sum": 5', '')],
  ['type', 'sum', same.replace('5', '6')],
  ['redundant', 'sum', same.replace('5', '6')],
  ['absent', 'sum', same.replace('5', '6')],
  ['mended', 'sum', same.replace('5', '6')],
] as const)('a slip (%s) does not excuse another kind of difference', (slip, path, text) => {
  expect(bodyDifferences(text, withDefect({ slip, path }))).toMatchObject([{ mark: null }]);
});

it('compares the status only where the document gives one', () => {
  const statusOf = (status: number | null): readonly Difference[] =>
    compareWithExample(demoApi(), answered(same, 202), { ...sample, status }).sections.find(
      ({ part }) => part === 'status',
    )?.differences ?? [];
  expect(statusOf(200)).toMatchObject([{ left: { text: '202' }, right: { text: '200' }, mark: null }]);
  expect(statusOf(null)).toEqual([]);
});

it('without an answer it tells that there is none', () => {
  const exchange = answered(same);
  const lost =
    exchange.main === null
      ? exchange
      : {
          ...exchange,
          main: { ...exchange.main, outcome: failureOf('wait', 'TIMEOUT', true) },
        };
  const { sections } = compareWithExample(demoApi(), lost, sample);
  expect(sections.map(({ part }) => part)).toEqual(['status', 'verdict']);
  expect(sections[0]?.differences).toMatchObject([{ left: { text: 'no answer: TIMEOUT' } }]);
});

it('a sample request stands against the body, or the field of the form that carries it', () => {
  const exchange = settledExchange('1');
  if (exchange.main === null) throw new Error('It has no request');
  const request = {
    ...exchange.main.request,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']] as const,
    body: 'method=refund&doc=%3Cr%3E%3Ca%3E1%3C%2Fa%3E%3C%2Fr%3E',
  };
  const sent = { ...exchange, main: { ...exchange.main, request } };
  const example = { ...sample, kind: 'request', status: null, format: 'xml', field: 'doc' } as const;
  const compared = compareWithExample(demoApi(), sent, { ...example, text: '<r><a>2</a></r>' });
  expect(compared.sections).toMatchObject([
    { part: 'request-body', differences: [{ path: 'r/a', kind: 'value' }] },
  ]);
});
