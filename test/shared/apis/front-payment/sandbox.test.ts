import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { sandbox } from '../../../../shared/apis/front-payment/sandbox.ts';
import type { SandboxHandled, SandboxRequest } from '../../../../shared/definition/sandbox-definition.ts';
import { settleDueRefunds } from '../../../../shared/engine/sandbox/settle-refunds.ts';
import { scenarioHeader } from '../../../../shared/model/scenario.ts';

const now = Date.UTC(2026, 0, 31, 12);
const tools = { clock: { now: () => now }, crypto: nodeCrypto };
const token = sandbox.variables['front-payment.token'] ?? '';
const orders = '/connect/terminal/orders';

type Asked = { readonly call?: string; readonly order: string; readonly body?: unknown; readonly method?: string };

function request({ call = 'refund', order, body = '', method = 'POST' }: Asked): SandboxRequest {
  return {
    method,
    path: `${orders}/${call}/${order}`,
    query: '',
    headers: [['Authorization', `Bearer ${token}`]],
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

function bodyOf(parts: readonly (readonly [id: number, amount: string])[], isReversal = false): string {
  const products = parts.map(([id, amount]) => `{"id":${id},"amount":${amount}}`).join(',');
  const total = parts.reduce((sum, [, amount]) => sum + Math.round(Number(amount) * 100), 0) / 100;
  return `{"type":"regular","grandTotal":${total},"products":[${products}],"isReversal":${isReversal}}`;
}

/** A ledger that remembers. */
function openLedger() {
  let state = structuredClone(sandbox.seed());
  return {
    send: (asked: Asked): SandboxHandled<unknown> => {
      const handled = sandbox.handle(request(asked), state, tools);
      state = handled.state;
      return handled;
    },
    settle: (id: string, outcome: 'success' | 'failure'): boolean => {
      const settled = sandbox.settling?.settle(state, id, outcome) ?? null;
      state = settled ?? state;
      return settled !== null;
    },
    pending: () => sandbox.settling?.pending(state) ?? [],
    records: () => sandbox.describe(state, tools),
    stateOf: (order: string): string | undefined =>
      sandbox.describe(state, tools).find(({ id }) => id === order)?.state,
    state: () => state,
  };
}

const messageOf = ({ response }: SandboxHandled<unknown>): string =>
  (JSON.parse(response.body) as { message: string }).message;

const refundState = (ledger: ReturnType<typeof openLedger>, order: string): string =>
  (JSON.parse(ledger.send({ call: 'refund-status', order }).response.body) as { data: { refund_status: string } })
    .data.refund_status;

describe('the checks of a refund', () => {
  const reached = (asked: Asked, headers: SandboxRequest['headers'] | null = null) => {
    const given = { ...request(asked), ...(headers === null ? {} : { headers }) };
    const { checks = [], response } = sandbox.handle(given, sandbox.seed(), tools);
    return { titles: checks.map(({ title }) => title), last: checks.at(-1), status: response.status };
  };
  const all = reached({ order: 'ODR1000000001', body: bodyOf([[12, '42']]) });

  it('are told in the documented order, all of them where nothing refuses', () => {
    expect(all.status).toBe(202);
    expect(all.titles).toEqual([
      'the bearer token is the demo token',
      'the fields of the body are valid',
      'grandTotal is the sum of the product amounts',
      'there is an order of this UUID',
      'the order is PAID',
      'the order has products',
      'every product id is one of the order',
      'of every product as much is left as is asked for',
      'no other refund of the order waits on the terminal',
      'the terminal answers',
    ]);
    expect(all.last).toMatchObject({ passed: true, why: null });
  });

  it.each<[string, number, string, Asked]>([
    ['fields', 417, 'the fields of the body are valid', { order: 'ODR1', body: '{' }],
    [
      'a total',
      417,
      'grandTotal is the sum of the product amounts',
      { order: 'ODR1', body: bodyOf([[12, '42']]).replace('"grandTotal":42', '"grandTotal":43') },
    ],
    ['an order', 404, 'there is an order of this UUID', { order: 'ODR1', body: bodyOf([[12, '42']]) }],
    ['an unpaid order', 404, 'the order is PAID', { order: 'ODR1000000004', body: bodyOf([[41, '1']]) }],
    ['a reversed order', 400, 'the order is PAID', { order: 'ODR1000000012', body: bodyOf([[121, '1']]) }],
    ['no products', 400, 'the order has products', { order: 'ODR1000000005', body: bodyOf([[1, '1']]) }],
    [
      'a product',
      400,
      'every product id is one of the order',
      { order: 'ODR1000000001', body: bodyOf([[13, '42']]) },
    ],
    [
      'amounts of one product that are too much together',
      400,
      'of every product as much is left as is asked for',
      {
        order: 'ODR1000000001',
        body: bodyOf([
          [12, '41'],
          [12, '1.01'],
        ]),
      },
    ],
    ['the terminal', 510, 'the terminal answers', { order: 'ODR1000000009', body: bodyOf([[91, '10']]) }],
  ])('end with the one that refuses, and why: %s', (_title, status, title, asked) => {
    const { last, titles, status: got } = reached(asked);
    expect(got).toBe(status);
    expect(last).toMatchObject({ title, passed: false });
    expect(last?.why).toEqual(expect.stringMatching(/./));
    expect(titles).toEqual(all.titles.slice(0, titles.length));
  });

  it('begin with the token', () => {
    const { titles, last, status } = reached({ order: 'ODR1', body: '{' }, [['Authorization', token]]);
    expect(status).toBe(401);
    expect(titles).toEqual(['the bearer token is the demo token']);
    expect(last?.why).not.toContain(token);
  });

  it('say which of them are guesses', () => {
    const { checks = [] } = sandbox.handle(
      request({ order: 'ODR1000000001', body: bodyOf([[12, '42']]) }),
      sandbox.seed(),
      tools,
    );
    const guesses = checks.filter(({ source }) => source.confidence === 'guess').map(({ title }) => title);
    expect(guesses).toEqual([
      'grandTotal is the sum of the product amounts',
      'no other refund of the order waits on the terminal',
      'the terminal answers',
    ]);
  });

  it.each(['1e2', '"x"', '1000000000000000000000', '0.00000000001', '-1', '0', '"1,5"'])(
    'refuse %s as an amount with 417',
    (amount) => {
      const body = bodyOf([[12, '42']]).replace('"amount":42', `"amount":${amount}`);
      expect(reached({ order: 'ODR1000000001', body }).status).toBe(417);
    },
  );
});

describe('a refund that waits on the terminal', () => {
  it('keeps a second refund and a reversal away until it ends', () => {
    const ledger = openLedger();
    const half = { order: 'ODR1000000001', body: bodyOf([[12, '20']]) };
    expect(ledger.send(half).response.status).toBe(202);
    for (const body of [bodyOf([[12, '20']]), bodyOf([[12, '20']], true)]) {
      const second = ledger.send({ ...half, body });
      expect(second.response).toMatchObject({ status: 400, source: { confidence: 'guess' } });
      expect(messageOf(second)).toBe('refundRejectionForProductAmountExceed');
    }
    ledger.settle('ODR1000000001-1', 'success');
    expect(ledger.send(half).response.status).toBe(202);
  });

  it.each([
    ['success', 'REFUNDED', 'REFUNDED', 400],
    ['failure', 'REJECTED', 'PAID', 202],
  ] as const)('ends with %s as %s, which the status call shows', (outcome, refund, order, again) => {
    const ledger = openLedger();
    const whole = { order: 'ODR1000000001', body: bodyOf([[12, '42']]) };
    ledger.send(whole);
    expect(refundState(ledger, whole.order)).toBe('REFUND_PENDING');
    expect(ledger.pending()).toContainEqual({
      id: 'ODR1000000001-1',
      title: '42 NOK of order ODR1000000001',
      since: now,
    });
    expect(ledger.settle('ODR1000000001-1', outcome)).toBe(true);
    expect(refundState(ledger, whole.order)).toBe(refund);
    expect(ledger.stateOf(whole.order)).toBe(order);
    expect(ledger.settle('ODR1000000001-1', outcome)).toBe(false);
    expect(ledger.send(whole).response.status).toBe(again);
  });

  it('ends by itself after a delay, but not the one that always stood there', () => {
    const due = (after: number) => {
      const ledger = openLedger();
      ledger.send({ order: 'ODR1000000001', body: bodyOf([[12, '42']]) });
      const state = settleDueRefunds(sandbox, ledger.state(), { after, outcome: 'success' }, now + 1000);
      return sandbox.settling?.pending(state).map(({ id }) => id);
    };
    expect(due(1000)).toEqual(['ODR1000000008-1']);
    expect(due(1001)).toEqual(['ODR1000000001-1', 'ODR1000000008-1']);
  });

  it('is called off by a cancel call, and then nothing waits', () => {
    const ledger = openLedger();
    const cancel = { call: 'cancel', order: 'ODR1000000008', body: { type: 'refund' } };
    expect(messageOf(ledger.send(cancel))).toBe('refundRequestRejectedSuccessfully');
    expect(ledger.pending()).toEqual([]);
    expect(ledger.send(cancel).response.status).toBe(404);
  });

  it.each(['', '-1', 'ODR1000000008', 'ODR1000000008-0', 'ODR1000000008-2', 'ODR1-1', '__proto__-1'])(
    'is not "%s"',
    (id) => {
      expect(sandbox.settling?.settle(sandbox.seed(), id, 'success')).toBeNull();
    },
  );
});

describe('the records', () => {
  it('show orders in every state, what is left of them, and what was asked for', () => {
    const ledger = openLedger();
    ledger.send({ order: 'ODR1000000002', body: bodyOf([[22, '49.50']], true) });
    ledger.send({ order: 'ODR2000000007', body: bodyOf([[1, '100']]) });
    const records = ledger.records();
    const states = (kind: string) =>
      new Set(records.filter((record) => record.kind === kind).map(({ state }) => state));
    expect(states('order')).toEqual(new Set(['CREATED', 'PAID', 'REFUNDED', 'REVERSED', 'CANCELLED']));
    expect(states('refund')).toEqual(new Set(['REFUND_PENDING', 'REFUNDED', 'REJECTED']));
    expect(records.find(({ id }) => id === 'ODR1000000002')?.facts).toEqual([
      { name: 'left to refund', value: '450.00 NOK' },
      { name: 'product 21', value: '300.00 of 300.00 NOK left' },
      { name: 'product 22', value: '100.00 of 149.50 NOK left' },
      { name: 'product 23', value: '50.00 of 50.00 NOK left' },
    ]);
    expect(records.find(({ id }) => id === 'ODR1000000002-1')).toMatchObject({
      kind: 'reversal',
      title: '49.50 NOK of order ODR1000000002',
      facts: [{ name: 'asked for', value: '2026-01-31T12:00:00.000Z' }, { value: '49.50 NOK' }],
    });
    expect(records.find(({ id }) => id === 'ODR2000000007')).toBeDefined();
    expect(new Set(records.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(records.length);
    expect(JSON.stringify(records)).not.toContain(token);
  });
});

describe('a state from a file', () => {
  const product = { id: '1', amount: '10.00', taken: '0' };
  const order = { state: 'PAID', products: [product], refunds: [] };
  const waiting = { state: 'REFUND_PENDING', parts: [{ id: '1', amount: '5' }], at: '2026-01-31T12:00:00Z' };
  const taken = { ...order, products: [{ ...product, taken: '5.00' }], refunds: [waiting] };

  it('is taken where it is right; a time may be written as people write it', () => {
    expect(v.is(sandbox.schema, sandbox.seed())).toBe(true);
    const read = v.parse(sandbox.schema, { orders: { ODR5: taken } });
    expect(sandbox.settling?.pending(read)).toEqual([
      { id: 'ODR5-1', title: '5 NOK of order ODR5', since: now },
    ]);
    expect(sandbox.settling?.settle(read, 'ODR5-1', 'failure')).not.toBeNull();
  });

  it.each<[string, unknown]>([
    ['more taken than its amount', { ...order, products: [{ ...product, taken: '10.01' }] }],
    ['a number for an amount', { ...order, products: [{ ...product, amount: 10 }] }],
    ['an amount below zero', { ...order, products: [{ ...product, taken: '-1' }] }],
    ['one product twice', { ...order, products: [product, product] }],
    ['a refund that took nothing', { ...taken, products: [product] }],
    ['a state of another API', { ...order, state: 'captured' }],
    ['a word too many', { ...order, paid: true }],
    ['no products', { state: 'PAID', refunds: [] }],
  ])('is refused with %s', (_title, bad) => {
    expect(v.is(sandbox.schema, { orders: { ODR5: bad } })).toBe(false);
  });

  it.each(['', 'a/b', 'x'.repeat(181), 'constructor'])('is refused with an order "%s"', (uuid) => {
    const parsed = v.safeParse(sandbox.schema, { orders: { [uuid]: order } });
    expect(parsed.success && Object.keys(parsed.output as object)).not.toContain(uuid);
    if (uuid !== 'constructor') expect(parsed.success).toBe(false);
  });
});

/** Requests that meet, and such that nobody should send. */
function anyRequest(): fc.Arbitrary<SandboxRequest> {
  const uuids = fc.oneof(
    fc.constantFrom(...sandbox.transactions.map(({ id }) => id), 'ODR2000000001', '__proto__', 'constructor'),
    fc.string({ maxLength: 200 }),
  );
  const amounts = fc.oneof(
    fc.constantFrom(10, 42, '5.00', '0', -1, '1e9', '9'.repeat(20), '9'.repeat(31), '0.0000000001', null),
    fc.anything(),
  );
  const ids = fc.oneof(fc.constantFrom(12, 21, '22', 81, 1, 101, 'x'.repeat(400)), fc.anything());
  const body = fc
    .record({
      type: fc.oneof({ weight: 5, arbitrary: fc.constant('regular') }, fc.constantFrom('refund', 'payment')),
      amount: amounts,
      id: ids,
      isReversal: fc.constantFrom(true, false, 1, 'x'),
      message: fc.string(),
    })
    .map(({ amount, id, ...rest }) =>
      toJson({ ...rest, grandTotal: amount, products: [{ id, amount }] }),
    );
  return fc.record({
    method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', ''),
    path: fc.oneof(
      fc
        .tuple(fc.constantFrom('refund', 'refund-status', 'cancel', 'payment-status', 'x'), uuids)
        .map(([call, uuid]) => `${orders}/${call}/${uuid}`),
      uuids.map((uuid) => `/orders/refund/request/approval/${uuid}`),
      fc.string(),
    ),
    query: fc.string(),
    headers: fc
      .tuple(
        fc.option(fc.constantFrom('nothing', ...sandbox.scenarios.map(({ id }) => id)), { freq: 1 }),
        fc.boolean(),
      )
      .map(([scenario, isRight]) => [
        ['Authorization', isRight ? `Bearer ${token}` : ''] as const,
        ...(scenario === null ? [] : [[scenarioHeader, scenario] as const]),
      ]),
    body: fc.oneof({ weight: 4, arbitrary: body }, fc.string({ unit: 'binary' }), fc.json()),
  });
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{}';
  }
}

it('whatever is sent, nothing is thrown, refusals change nothing, and every ledger can be saved and loaded', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyRequest(), fc.constantFrom('success', 'failure', null)), { maxLength: 12 }),
      (steps) => {
        let state = structuredClone(sandbox.seed());
        for (const [given, outcome] of steps) {
          const isAsked = given.headers.some(([name]) => name === scenarioHeader);
          const handled = sandbox.handle(given, state, tools);
          const { response } = handled;
          expect(response.status === 401 || response.status >= 200).toBe(true);
          if (response.status >= 400 && !isAsked) expect(handled.state).toBe(state);
          if (response.status >= 400 && !isAsked && handled.checks !== undefined)
            expect(handled.checks.at(-1)?.passed).toBe(false);
          state = handled.state;
          const [first] = sandbox.settling?.pending(state) ?? [];
          if (outcome !== null && first !== undefined)
            state = sandbox.settling?.settle(state, first.id, outcome);
          sandbox.describe(state, tools);
        }
        const parsed = v.safeParse(sandbox.schema, state);
        expect(parsed.issues?.[0]?.message).toBeUndefined();
        expect(parsed.output).toEqual(state);
      },
    ),
    { seed: 20_260_101, numRuns: 300 },
  );
});
