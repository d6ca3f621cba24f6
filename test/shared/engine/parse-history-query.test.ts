import { describe, expect, it } from 'vitest';

import { parseHistoryQuery, type QueryContext } from '../../../shared/engine/parse-history-query.ts';
import { everything, type HistoryQuery } from '../../../shared/model/history-query.ts';

const context: QueryContext = {
  apis: ['payu', 'luminate'],
  // A calendar an hour ahead of UTC.
  dayStart: (year, month, day) =>
    year > 9999 ? null : new Date(Date.UTC(year, month - 1, day) - 3_600_000).toISOString(),
  today: { year: 2026, month: 3, day: 1 },
};

const read = (text: string): HistoryQuery => {
  const parsed = parseHistoryQuery(text, context);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
};

const messageOf = (text: string): string => {
  const parsed = parseHistoryQuery(text, context);
  return parsed.ok ? 'no problem' : `${parsed.error.code}: ${parsed.error.message}`;
};

describe('a query as typed', () => {
  it.each<readonly [string, Partial<HistoryQuery>]>([
    ['', {}],
    ['  \t ', {}],
    ['214', { terms: ['214'] }],
    ['invalid hash', { terms: ['invalid', 'hash'] }],
    ['"invalid hash" x', { terms: ['invalid hash', 'x'] }],
    ['"never closed', { terms: ['never closed'] }],
    ['- * ( "!"', {}],
    ['https://a.example/x', { terms: ['https://a.example/x'] }],
    ['api:payu api:Luminate', { facets: { api: ['payu', 'luminate'] } }],
    ['API:payu', { facets: { api: ['payu'] } }],
    ['tag:"two words" env:Übung', { facets: { tag: ['two words'], env: ['übung'] } }],
    ['status:404 status:5xx', { facets: { status: ['404', '5xx'] } }],
    ['verdict:refused is:pinned', { facets: { verdict: ['refused'], is: ['pinned'] } }],
    ['after:2026-02-01', { after: '2026-01-31T23:00:00.000Z' }],
    ['before:2026-2-1', { before: '2026-01-31T23:00:00.000Z' }],
    ['on:2024-02-29', { after: '2024-02-28T23:00:00.000Z', before: '2024-02-29T23:00:00.000Z' }],
    ['on:yesterday', { after: '2026-02-27T23:00:00.000Z', before: '2026-02-28T23:00:00.000Z' }],
    ['after:7d after:today', { after: '2026-02-28T23:00:00.000Z' }],
    ['before:today before:1d', { before: '2026-02-27T23:00:00.000Z' }],
    ['amount:23.12', { amounts: [{ from: '23.12', to: '23.12', includesFrom: true, includesTo: true }] }],
    ['amount:>100', { amounts: [{ from: '100', to: null, includesFrom: false, includesTo: false }] }],
    ['amount:<=5', { amounts: [{ from: null, to: '5', includesFrom: true, includesTo: true }] }],
    ['amount:10..50', { amounts: [{ from: '10', to: '50', includesFrom: true, includesTo: true }] }],
    ['amount:..50', { amounts: [{ from: null, to: '50', includesFrom: true, includesTo: true }] }],
  ])('%j is read', (text, expected) => {
    expect(read(text)).toEqual({ ...everything, ...expected });
  });

  it.each([
    ['verdct:refused', 'There is no filter "verdct".'],
    ['api:paypal', 'api:paypal is not one of payu, luminate.'],
    ['class:live', 'class:live is not one of sandbox, test, production.'],
    ['code:""', 'The filter code: has no value.'],
    ['status:6xx', 'status:6xx is not an HTTP status'],
    ['after:2026-02-29', 'after:2026-02-29 is not a day'],
    ['after:soon', 'after:soon is not a day'],
    ['on:2026-13-01', 'on:2026-13-01 is not a day'],
    ['amount:1,50', 'amount:1,50 is not an amount'],
    ['amount:..', 'amount:.. is not an amount'],
    ['amount:>', 'amount:> is not an amount'],
  ])('%j is refused, not guessed', (text, sentence) => {
    expect(messageOf(text)).toContain(`bad-input: ${sentence}`);
  });
});
