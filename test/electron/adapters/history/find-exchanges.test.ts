import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { createSqliteHistoryStore } from '../../../../electron/adapters/sqlite-history-store.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import type { FacetName, HistoryQuery } from '../../../../shared/model/history-query.ts';
import type { JournalRefund } from '../../../../shared/model/journal.ts';
import type { RefundState } from '../../../../shared/model/refund.ts';
import type { HistoryStore } from '../../../../shared/ports/history-store.ts';
import { matchesQuery } from '../../../support/matches-query.ts';
import { settledExchange, startedExchange } from '../../../support/some-exchange.ts';
import { temporaryDirectory } from '../../../support/temporary-directory.ts';
import { valueOf } from '../../../support/value-of.ts';

const words = [
  'refund',
  'refunded',
  'reference',
  'Réfund',
  'Müller',
  'MULLER',
  'naïve',
  '返金',
  '返金済み',
  'Ærø',
  'İstanbul',
  'ΟΔΟΣ',
  'οδος',
  'x',
  '12',
  '1234',
  'e\u0301tude',
  'étude',
  'ﬁle',
  'emoji😀end',
  'a_b',
  '½',
  '"quoted"',
  "o'clock",
  'NOT',
  'AND',
  'f6170693d',
  'hash',
  'invalid',
  '\ud800',
  '*',
  '(',
  'tag:x',
];
const ids = [
  'ORD-2026-0001',
  'ORD-2026-0002',
  'ord/2026/17',
  '403993715529606983',
  '403993715529606984',
  'Tx é 9',
  '--',
  'a'.repeat(70),
  '9'.repeat(64),
];
const amounts = [
  '1',
  '1.0',
  '1.00',
  '01.000',
  '0005',
  '5',
  '5.01',
  '4.999',
  '100',
  '99.99',
  '-1.5',
  '-1',
  '-20',
  '0',
  '-0.0',
  '1,50',
  '1e3',
  '9007199254740993',
  '9007199254740992.5',
  null,
];
const apis = ['payu', 'luminate', 'Other API'];
const tags = ['urgent', 'Wichtig', 'für später', 'a:b'];
const states: readonly RefundState[] = ['open', 'accepted', 'pending', 'refused', 'unknown', 'not-sent'];
const codes = ['214', '227', 'E-1', 'already-exists'];

const start = Date.UTC(2026, 0, 31);
const time = (offset: number): string => new Date(start + offset * 3_600_000).toISOString();

const sentence = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((list) => list.join(' '));
const somePart = (list: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...list), fc.nat(70), fc.integer({ min: 1, max: 70 }))
    .map(([text, from, length]) => {
      const begin = from % text.length;
      return text.slice(begin, begin + length);
    });

const annotation: fc.Arbitrary<Annotation> = fc.record({
  note: sentence,
  tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 2 }),
  ticket: fc.constantFrom('', '', 'INC-4711', 'https://tickets.example/7'),
  pinned: fc.boolean(),
});

const refund: fc.Arbitrary<JournalRefund & { readonly state: RefundState }> = fc.record({
  transaction: fc.constantFrom(...ids),
  amount: fc.constantFrom(...amounts),
  refundId: fc.option(fc.constantFrom(...ids)),
  fingerprint: fc.constantFrom('f1', 'f2'),
  api: fc.constantFrom(...apis),
  target: fc.constant('https://a.example'),
  state: fc.constantFrom(...states),
});

const sent = fc.record({
  api: fc.constantFrom(...apis),
  environment: fc.constantFrom('Staging', 'Live Ü'),
  environmentClass: fc.constantFrom('sandbox', 'test', 'production'),
  template: fc.option(fc.constantFrom('refund', 'status')),
  /** Mostly forward, sometimes far back, as a clock that is set. */
  step: fc.oneof(
    { weight: 4, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.integer({ min: -200, max: 0 }) },
  ),
  request: sentence,
  answer: fc.option(sentence),
  status: fc.constantFrom(200, 404, 502),
  verdict: fc.constantFrom('accepted', 'refused', 'pending', 'unknown'),
  codes: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
  identifiers: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
  refunds: fc.array(refund, { maxLength: 3 }),
  annotation: fc.option(annotation),
  decided: fc.boolean(),
});
type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never;

const facet = fc.oneof(
  ...Object.entries({
    api: apis,
    env: ['staging', 'live ü'],
    class: ['sandbox', 'test', 'production'],
    verdict: ['accepted', 'refused', 'pending', 'unknown'],
    code: codes,
    status: ['200', '404', '4xx', '5xx'],
    template: ['refund', 'status', 'none'],
    tag: tags,
    ticket: ['inc-4711', 'https://tickets.example/7', 'inc'],
    transaction: ids,
    refund: ids,
    fingerprint: ['f1', 'F2', 'f'],
    is: ['pinned', 'noted', 'unresolved'],
  } satisfies Record<FacetName, readonly string[]>).map(([name, values]) =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }).map((list) => ({
      [name]: list.map((value) => value.toLowerCase()),
    })),
  ),
);

const plainAmounts = amounts.filter((amount) => amount !== null && /^-?\d+(?:\.\d+)?$/.test(amount));
const range = fc
  .record({
    from: fc.option(fc.constantFrom(...plainAmounts)),
    to: fc.option(fc.constantFrom(...plainAmounts)),
    includesFrom: fc.boolean(),
    includesTo: fc.boolean(),
  })
  .filter(({ from, to }) => from !== null || to !== null);

const query: fc.Arbitrary<HistoryQuery> = fc.record({
  terms: fc.array(
    fc.oneof(
      somePart(words),
      somePart(ids),
      fc.tuple(fc.constantFrom(...words), somePart(words)).map((pair) => pair.join(' ')),
    ),
    { maxLength: 2 },
  ),
  facets: fc
    .array(facet, { maxLength: 2 })
    .map((list) => Object.assign({}, ...list) as HistoryQuery['facets']),
  after: fc.option(fc.nat(600).map(time), { freq: 3 }),
  before: fc.option(fc.nat(600).map(time), { freq: 3 }),
  amounts: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(range, { maxLength: 2 }) },
  ),
});

function toExchange(given: Sent, startedAt: string, id: string): Exchange {
  const started = startedExchange();
  const { main, explanation } = settledExchange(id, given.answer ?? '');
  if (main?.outcome?.kind !== 'response' || explanation === null) throw new Error('It is settled');
  const outcome = given.answer === null ? null : { ...main.outcome, status: given.status };
  return {
    ...started,
    id,
    startedAt,
    draft: { ...started.draft, api: given.api, template: given.template },
    environment: { id: 'e1', name: given.environment, environmentClass: given.environmentClass },
    main: { ...main, request: { ...main.request, body: given.request }, outcome },
    explanation:
      outcome === null
        ? null
        : {
            ...explanation,
            verdict: given.verdict as 'accepted',
            codes: given.codes,
            entries: [],
            identifiers: given.identifiers.map((value) => ['id', value]),
          },
  };
}

function record(store: HistoryStore, list: readonly Sent[]): readonly string[] {
  let hours = 0;
  return list.map((given) => {
    hours += given.step;
    const { id: _none, ...exchange } = toExchange(given, time(hours), '');
    const unanswered = { ...exchange, explanation: null };
    const id = valueOf(store.begin(unanswered, { refunds: given.refunds, guard: () => [] }));
    if (given.answer !== null) {
      valueOf(
        store.settle(
          { ...exchange, id },
          given.refunds.map(({ state }) => state),
        ),
      );
    }
    if (given.annotation !== null) valueOf(store.annotate(id, given.annotation));
    if (given.decided)
      valueOf(store.decide(id, { state: 'refused', at: time(0), by: 'user', note: 'Not there' }));
    return id;
  });
}

function allPages(store: HistoryStore, wanted: HistoryQuery, limit: number): readonly string[] {
  const found: string[] = [];
  for (;;) {
    const page = valueOf(store.search(wanted, { limit, before: found.at(-1) ?? null }));
    found.push(...page.map(({ id }) => id));
    if (page.length < limit) return found;
  }
}

/** A history whose next exchange has the number after this one. */
function openAfter(before: number): HistoryStore & { close(): void } {
  const folder = temporaryDirectory();
  const store = createSqliteHistoryStore(folder);
  valueOf(store.count());
  const raw = new DatabaseSync(join(folder, 'history.db'));
  raw.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('exchange', ?)").run(before);
  raw.close();
  return store;
}

it(
  'a search gives exactly what a look at every exchange gives, newest first, in pages of any length',
  { timeout: 60_000 },
  () => {
    const histories = fc.array(sent, { minLength: 1, maxLength: 40, size: 'max' });
    const queries = fc.array(fc.tuple(query, fc.integer({ min: 1, max: 9 })), {
      minLength: 120,
      maxLength: 120,
    });
    let hits = 0;
    // The index has a part for every 50,000 exchanges.
    const sentBefore = fc.constantFrom(0, 49_990);
    const property = fc.property(histories, queries, sentBefore, (list, asked, before) => {
      const store = openAfter(before);
      const known = record(store, list).toReversed();
      const entries = known.map((id) => {
        const entry = valueOf(store.get(id));
        if (entry === null) throw new Error('It was recorded');
        return { id, entry, refunds: valueOf(store.refundsOf(id)) };
      });
      for (const [wanted, limit] of asked) {
        const right = entries
          .filter(({ entry, refunds }) => matchesQuery(entry, refunds, wanted))
          .map(({ id }) => id);
        hits += right.length;
        expect(allPages(store, wanted, limit), JSON.stringify(wanted)).toEqual(right);
      }
      store.close();
    });
    fc.assert(property, { seed: 20_261_121, numRuns: 10, interruptAfterTimeLimit: 15_000 });
    // A property about searches that find nothing would prove nothing.
    expect(hits).toBeGreaterThan(300);
  },
);
