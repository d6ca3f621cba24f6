import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import { apis } from '../../../shared/apis/registry.ts';
import { sandboxes } from '../../../shared/apis/sandboxes.ts';
import type { AnySandbox } from '../../../shared/definition/sandbox-definition.ts';
import { compareAmounts } from '../../../shared/model/amount.ts';
import type { HeaderList } from '../../../shared/model/headers.ts';
import { scenarioHeader } from '../../../shared/model/scenario.ts';
import { answerOf, openBareClient } from '../../support/bare-client.ts';

type Numbered = Readonly<Record<string, string>>;

/** The ledgers as far as they count money. */
type PayuState = { readonly payments: Record<string, Numbered>; readonly refunds: readonly Numbered[] };
type LuminateState = { readonly payments: readonly Numbered[]; readonly refunds: readonly Numbered[] };
type Order = { readonly products: readonly Numbered[]; readonly refunds: readonly unknown[] };
type DigipayState = {
  readonly transactions: Record<string, Numbered>;
  readonly refunds: readonly Numbered[];
};

type Book = {
  /** Pairs of what was given back, or is left, and the most that it may be. */
  readonly limits: (state: never) => readonly (readonly [string | undefined, string | undefined])[];
  /** The refunds that were ever taken; none of them may be lost. */
  readonly taken: (state: never) => readonly string[];
  /** Few ids and amounts, so that the requests meet. */
  readonly values: fc.Arbitrary<Numbered>;
};

const amounts = fc.constantFrom('10.00', '10.5', '42', '500.00');

const books: Readonly<Record<string, Book>> = {
  payu: {
    limits: ({ payments }: PayuState) =>
      Object.values(payments).map(({ refunded, amount }) => [refunded, amount] as const),
    taken: ({ refunds }: PayuState) => refunds.map(({ requestId = '' }) => requestId),
    values: fc.record({
      'payu.payuId': fc.constantFrom(
        '403993715529606983',
        '17788074728',
        '17842967667',
        '77',
        '4039937160000000001',
      ),
      'payu.refundId': fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      'payu.amount': amounts,
    }),
  },
  luminate: {
    limits: ({ payments }: LuminateState) => payments.map(({ left, paid }) => [left, paid] as const),
    taken: ({ refunds }: LuminateState) => refunds.map(({ id = '' }) => id),
    values: fc.record({
      'luminate.transactionId': fc.constantFrom('1000', '5601', '5603', '5591', '88'),
      'luminate.refundAmount': fc.constantFrom('1000', '1', '500'),
    }),
  },
  'front-payment': {
    limits: ({ orders }: { readonly orders: Record<string, Order> }) =>
      Object.values(orders).flatMap(({ products }) =>
        products.map(({ taken, amount }) => [taken, amount] as const),
      ),
    taken: ({ orders }: { readonly orders: Record<string, Order> }) =>
      Object.entries(orders).flatMap(([uuid, { refunds }]) => refunds.map((_, index) => `${uuid} ${index}`)),
    values: fc.record({
      'front-payment.orderUuid': fc.constantFrom('ODR1000000001', 'ODR1000000004', 'ODR1000000006', 'ODR7'),
      'front-payment.productId': fc.constantFrom('12', '41', '61', '1'),
      'front-payment.amount': amounts,
    }),
  },
  digipay: {
    limits: ({ transactions }: DigipayState) =>
      Object.values(transactions).map(({ refunded, amount }) => [refunded, amount] as const),
    taken: ({ refunds }: DigipayState) => refunds.map(({ txnId = '' }) => txnId),
    values: fc.record({
      'digipay.transactionId': fc.constantFrom('a0000000000000000000000000000001', 'b'.repeat(32)),
      'digipay.amount': amounts,
    }),
  },
};

describe.each(Object.entries(books))(
  'of %s, requests with and without scenarios in any order',
  (id, book) => {
    const api = apis.find((candidate) => candidate.id === id);
    const sandbox = sandboxes.get(id);
    if (api === undefined || sandbox === undefined) throw new Error(`There is no ${id}`);
    const wanted = sandbox.scenarios.map((scenario) => scenario.id);
    const steps = fc.array(
      fc.record({
        template: fc.constantFrom(...api.templates.map((template) => template.id)),
        wanted: fc.option(fc.constantFrom(...wanted.slice(0, 30)), { nil: null, freq: 3 }),
        set: book.values,
      }),
      { minLength: 1, maxLength: 12 },
    );

    it('never give more back than was paid, and lose no refund that was taken', async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (sends) => {
          let state = structuredClone(sandbox.seed());
          const client = await openBareClient(api, `http://x${sandbox.basePath}`, async (request) => {
            const path = new URL(request.url).pathname.slice(sandbox.basePath.length);
            const handled = handle(sandbox, { ...request, path }, state);
            const taken = book.taken(state as never);
            state = handled.state;
            expect(book.taken(state as never)).toEqual(expect.arrayContaining([...taken]));
            return handled.answer;
          });
          for (const { template, wanted: entry, set } of sends) {
            const headers: HeaderList = entry === null ? [] : [[scenarioHeader, entry]];
            await client.send({ template, set, headers });
            for (const [part = '', whole = ''] of book.limits(state as never)) {
              expect(compareAmounts(part, '0'), JSON.stringify(state)).toBeGreaterThanOrEqual(0);
              expect(compareAmounts(part, whole), JSON.stringify(state)).toBeLessThanOrEqual(0);
            }
          }
        }),
        { seed: 20_260_101, numRuns: 60 },
      );
    });
  },
);

function handle(
  sandbox: AnySandbox,
  { method, path, headers, body }: { method: string; path: string; headers: HeaderList; body: string | null },
  before: unknown,
) {
  const tools = { clock: { now: () => Date.UTC(2026, 0, 31) }, crypto: nodeCrypto };
  const given = { method, path, query: '', headers, body: body ?? '' };
  const { response, state } = sandbox.handle(given, before, tools);
  return { answer: answerOf(response.status, response.headers, response.body), state };
}
