import { expect, it } from 'vitest';

import { api as luminate } from '../../../shared/apis/luminate/index.ts';
import { api as payu } from '../../../shared/apis/payu/index.ts';
import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import { explainOutcome } from '../../../shared/engine/explain-outcome.ts';
import { rankExamples } from '../../../shared/engine/rank-examples.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { settledExchange } from '../../support/some-exchange.ts';
import { failureOf, responseOf } from '../support/outcomes.ts';

function ranked(api: ApiDefinition, outcome: Outcome): readonly string[] {
  const exchange = settledExchange('1');
  if (exchange.main === null) throw new Error('It has no request');
  const explanation = explainOutcome(api, outcome, { operation: 'refund', request: null });
  const answered: Exchange = { ...exchange, explanation, main: { ...exchange.main, outcome } };
  return rankExamples(api, answered).map(({ id }) => id);
}

it('every documented answer is the nearest to itself', () => {
  for (const api of [payu, luminate]) {
    for (const { id, kind, status, text } of api.examples) {
      if (kind === 'answer') expect(ranked(api, responseOf(status ?? 200, text))[0]).toBe(id);
    }
  }
});

it('an answer that no sample prints is nearest to one of its verdict and status', () => {
  const [first] = ranked(payu, responseOf(400, '{"status":0,"msg":"Something new","error_code":999}'));
  expect(payu.examples.find(({ id }) => id === first)).toMatchObject({ kind: 'answer', status: 400 });
});

it('without an answer the sample request comes first, else last', () => {
  expect(ranked(payu, failureOf('wait', 'TIMEOUT', true))[0]).toBe('request');
  expect(ranked(payu, responseOf(200, '{}')).at(-1)).toBe('request');
});

it('has only samples of the same call', () => {
  const exchange = settledExchange('1');
  const asked = { ...exchange, draft: { ...exchange.draft, operation: 'refund-status' } };
  expect(rankExamples(payu, asked)).toEqual([]);
});
