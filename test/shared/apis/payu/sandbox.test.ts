import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../../electron/adapters/node-crypto.ts';
import { api } from '../../../../shared/apis/payu/index.ts';
import { sandbox } from '../../../../shared/apis/payu/sandbox.ts';
import { type MemorySandbox, openMemorySandbox, startOfTime } from '../../../support/memory-sandbox.ts';

const captured = '403993715529606983';
const authorised = '17788074728';

const open = (): Promise<MemorySandbox> => openMemorySandbox(api, sandbox);

/** What a refund gets: the catalog entry that explains it first. */
async function refund(memory: MemorySandbox, payuId: string, refundId: string, amount: string) {
  const set = { 'payu.payuId': payuId, 'payu.refundId': refundId, 'payu.amount': amount };
  const { explanation } = await memory.client.send({ template: 'refund', set });
  return explanation.entries[0];
}

async function status(memory: MemorySandbox, payuId: string) {
  const { answer, explanation } = await memory.client.send({
    template: 'refund-status',
    set: { 'payu.payuId': payuId },
  });
  return { entry: explanation.entries[0], body: answer.body.text };
}

function recordOf(memory: MemorySandbox, id: string) {
  const record = memory.records().find((one) => one.id === id);
  return {
    state: record?.state,
    ...Object.fromEntries((record?.facts ?? []).map((fact) => [fact.name, fact.value])),
  };
}

describe('checks', () => {
  const cases: readonly (readonly [
    entry: string,
    title: string,
    ask: (memory: MemorySandbox) => Promise<unknown>,
  ])[] = [
    [
      'invalid-auth-token',
      'the bearer token is the demo token',
      (memory) =>
        memory.client.send({
          template: 'refund',
          set: { 'payu.accessToken': 'old', 'payu.resellerId': 'x' },
        }),
    ],
    [
      'partner-not-allowed',
      'the reseller is the one that the token belongs to',
      (memory) =>
        memory.client.send({ template: 'refund', set: { 'payu.resellerId': 'x', 'payu.clientSecret': 'x' } }),
    ],
    [
      'invalid-hash',
      'the hash is that of the texts as sent',
      (memory) =>
        memory.client.send({ template: 'refund', set: { 'payu.clientSecret': 'x', 'payu.payuId': '1' } }),
    ],
    [
      '238',
      'refund_id, payu_id, amount and merchant_id are there',
      (memory) => refund(memory, '""', 'A', '1'),
    ],
    ['255', 'the refund_id has at most 23 characters', (memory) => refund(memory, '1', 'A'.repeat(24), '1')],
    [
      'transaction-not-found',
      'there is a payment of this payu_id',
      (memory) => refund(memory, '1', 'A'.repeat(23), '1'),
    ],
    [
      '106-partner',
      'the payment is one of this merchant',
      (memory) => refund(memory, '403993715529400105', 'A', '-1'),
    ],
    [
      '111',
      'the payment is authorised or captured',
      (memory) => refund(memory, '17842967702', 'DEMO-PART', '-1'),
    ],
    ['106-token', 'the refund_id is new', (memory) => refund(memory, captured, 'DEMO-PART', '-1')],
    [
      '227',
      'no refund of this refund_id and amount has ended',
      (memory) => refund(memory, captured, 'DEMO-PART', '200'),
    ],
    [
      'already-exists',
      'no refund of this refund_id, payment and amount waits',
      (memory) => refund(memory, '403993715529400103', 'DEMO-WAITS', '250.0'),
    ],
    ['105', 'the amount is a decimal above zero', (memory) => refund(memory, captured, 'A', '0.00')],
    ['105', 'the amount has at most two decimals', (memory) => refund(memory, captured, 'A', '600.001')],
    ['105', 'the amount is left of the payment', (memory) => refund(memory, captured, 'A', '500.01')],
    [
      '105',
      'an authorised payment is cancelled in full',
      (memory) => refund(memory, authorised, 'A', '749.99'),
    ],
  ];

  it.each(cases)('%s comes where it fails first: %s', async (entry, title, ask) => {
    const memory = await open();
    const before = memory.state();
    const asked = await ask(memory);
    const got =
      typeof asked === 'string'
        ? asked
        : (asked as { explanation: { entries: string[] } }).explanation.entries[0];
    expect(got).toBe(entry);
    const { checks = [], response } = memory.last();
    expect(checks.at(-1)).toMatchObject({ title, passed: false, why: response.reason });
    expect(checks.slice(0, -1).every(({ passed, why }) => passed && why === null)).toBe(true);
    expect(memory.state()).toBe(before);
  });

  it('are all passed by a refund that is taken, guesses marked as guesses', async () => {
    const memory = await open();
    expect(await refund(memory, captured, 'A', '500')).toBe('queued');
    const { checks = [] } = memory.last();
    expect(checks.every(({ passed }) => passed)).toBe(true);
    const sources = Object.fromEntries(checks.map(({ title, source }) => [title, source.confidence]));
    expect(sources).toMatchObject({
      'the bearer token is the demo token': 'likely',
      'the payment is one of this merchant': 'guess',
      'the refund_id is new': 'guess',
      'five minutes have passed since a refund of the same amount of this payment': 'certain',
    });
  });

  it('refuse every spelling of an amount that is none or too much', async () => {
    const memory = await open();
    for (const amount of [
      '"-1"',
      '-1',
      '1e2',
      '"1e2"',
      '"1,00"',
      '" 1"',
      '0',
      '0.001',
      '"+1"',
      `"${'9'.repeat(100)}"`,
      '"0x10"',
    ])
      expect(await refund(memory, captured, 'A', amount), amount).toBe('105');
    expect(memory.pending()).toHaveLength(1);
  });

  it('hash the amount as it stands in the body', async () => {
    const memory = await open();
    const { body, ...request } = memory.client.request({ template: 'refund', set: { 'payu.amount': '500' } });
    memory.handle({
      ...request,
      path: '/partner/refunds',
      body: (body ?? '').replace('"amount": 500', '"amount": 500.00'),
    });
    expect(memory.last().response.status).toBe(403);
  });

  it('count a refund_id of 23 characters by characters, not by units', async () => {
    expect(await refund(await open(), captured, '💶'.repeat(23), '1')).toBe('queued');
  });

  it('tell another payment under the same refund_id and amount by whether the first has ended', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '10');
    expect(await refund(memory, '403993715529339129', 'A', '10')).toBe('106-token');
    memory.settle('12486538355', 'failure');
    expect(await refund(memory, '403993715529339129', 'A', '10')).toBe('227');
  });
});

describe('the clock of the sandbox', () => {
  it('decides about the five minutes, also where it was moved back', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '10.00');
    memory.advance(299_999);
    expect(await refund(memory, captured, 'B', '10')).toBe('214');
    memory.advance(1);
    expect(await refund(memory, captured, 'B', '10')).toBe('queued');
    memory.advance(-3_600_000);
    expect(await refund(memory, captured, 'C', '10')).toBe('queued');
  });

  it('ends the token at the time that a tester gave it', async () => {
    const memory = await open();
    memory.setState({ ...(memory.state() as object), tokenEndsAt: startOfTime + 1000 });
    expect(await refund(memory, captured, 'A', '1')).toBe('queued');
    memory.advance(1000);
    expect(await refund(memory, captured, 'B', '2')).toBe('invalid-auth-token');
    expect(memory.last().response.reason).toBe('the token ended at 2026-01-31T12:00:01.000Z');
  });
});

describe('refunds that wait', () => {
  it('are listed with the time they were accepted, and each has an id of its own', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '1.50');
    await refund(memory, captured, 'B', '2.50');
    expect(memory.pending()).toEqual([
      { id: '12486538303', title: 'refund of 250.00 INR of payment 403993715529400103', since: null },
      { id: '12486538355', title: `refund of 1.50 INR of payment ${captured}`, since: startOfTime },
      { id: '12486538356', title: `refund of 2.50 INR of payment ${captured}`, since: startOfTime },
    ]);
  });

  it('hold their amount, so that two of them never give back more than was paid', async () => {
    const memory = await open();
    expect(await refund(memory, captured, 'A', '300')).toBe('queued');
    expect(await refund(memory, captured, 'B', '300.01')).toBe('105');
    expect(await refund(memory, captured, 'B', '200')).toBe('queued');
    expect(await refund(memory, captured, 'C', '0.01')).toBe('105');
  });

  it('take a payment from captured over partially refunded to refunded', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '300');
    expect(recordOf(memory, captured)).toMatchObject({
      state: 'captured',
      refunded: '0',
      waiting: '300',
      left: '200.00',
    });
    memory.settle('12486538355', 'success');
    expect(recordOf(memory, captured)).toMatchObject({ state: 'partially refunded', refunded: '300' });
    await refund(memory, captured, 'B', '200.00');
    memory.settle('12486538356', 'success');
    expect(recordOf(memory, captured)).toMatchObject({ state: 'refunded', left: '0.00' });
    expect(await status(memory, captured)).toMatchObject({ entry: 'status-success' });
    expect(await refund(memory, captured, 'C', '1')).toBe('105');
  });

  it('give their amount back where they fail, once', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '500.00');
    expect(memory.settle('12486538355', 'failure')).toBe(true);
    expect(memory.settle('12486538355', 'failure')).toBe(false);
    expect(recordOf(memory, captured)).toMatchObject({ state: 'captured', refunded: '0.00', left: '500.00' });
    expect(await status(memory, captured)).toMatchObject({ entry: 'status-failure' });
    memory.advance(300_000);
    expect(await refund(memory, captured, 'B', '500.00')).toBe('queued');
  });

  it('cancel an authorised payment, which stays authorised where that fails', async () => {
    const memory = await open();
    await refund(memory, authorised, 'A', '750');
    expect(recordOf(memory, '12486538355')).toMatchObject({ action: 'cancel', state: 'queued' });
    memory.settle('12486538355', 'failure');
    expect(recordOf(memory, authorised)).toMatchObject({ state: 'auth', left: '750.00' });
    memory.advance(300_000);
    await refund(memory, authorised, 'B', '750');
    memory.settle('12486538356', 'success');
    expect(recordOf(memory, authorised)).toMatchObject({ state: 'cancelled', left: '0.00' });
    expect(await refund(memory, authorised, 'C', '750')).toBe('111');
  });
});

describe('the status call', () => {
  it('shows every refund of the payment by its request_id, and none of another merchant', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '1');
    await refund(memory, captured, 'B', '2');
    memory.settle('12486538355', 'success');
    const { body } = await status(memory, captured);
    expect(body).toContain(
      '"request_id":"12486538355","amt":"1","token":"A","action":"refund","status":"success"',
    );
    expect(body).toContain(
      '"request_id":"12486538356","amt":"2","token":"B","action":"refund","status":"queued"',
    );
    expect(await status(memory, '403993715529400105')).toMatchObject({ entry: 'status-not-found' });
  });
});

describe('the ledger', () => {
  it('has demo payments in every state, as the list of transactions says', async () => {
    const memory = await open();
    for (const { id, state } of sandbox.transactions) expect(recordOf(memory, id).state, id).toBe(state);
    expect(new Set(sandbox.transactions.map(({ state }) => state))).toEqual(
      new Set([
        'captured',
        'auth',
        'failed',
        'partially refunded',
        'refunded',
        'cancelled',
        'bounced',
        'dropped',
        'userCancelled',
      ]),
    );
  });

  it('is described without a secret', async () => {
    const memory = await open();
    await refund(memory, captured, 'A', '1');
    const told = JSON.stringify([memory.records(), memory.pending()]);
    for (const name of ['payu.accessToken', 'payu.clientSecret'])
      expect(told).not.toContain(sandbox.variables[name]);
  });
});

describe('whatever is sent', () => {
  it('gets an answer, changes nothing unless it is taken, and leaves a ledger that can be loaded', async () => {
    const memory = await open();
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.integer(),
      fc.constantFrom('__proto__', '', '-1', '1e5', `${'0'.repeat(35)}5`, null, true),
      fc.array(fc.string(), { maxLength: 1 }),
    );
    /** Mostly something that gets through. */
    const likely = (...texts: string[]) =>
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: anything });
    const bodies = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          refund_id: fc.oneof(fc.string({ minLength: 1, maxLength: 23 }), likely('A', 'DEMO-WAITS')),
          payu_id: likely(captured, authorised, '403993715529400103', '17842967667', '4039937160000000001'),
          amount: likely('1', '0.50', '250.00', '750', '33.33', '0.001'),
          merchant_id: likely('8238480'),
          reseller_id: likely('1212312213'),
        }),
      },
      { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
    );
    const likelyPath = fc.constantFrom('/partner/refunds', '/partner/refunds', '/partner/refund/status', '/');
    const headers = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constant([['Authorization', `Bearer ${sandbox.variables['payu.accessToken']}`]] as [
          string,
          string,
        ][]),
      },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.tuple(fc.constantFrom('Authorization', 'authorization', 'X'), fc.string({ unit: 'binary' })),
          { maxLength: 3 },
        ),
      },
    );
    fc.assert(
      fc.property(
        likelyPath,
        fc.constantFrom('POST', 'POST', 'POST', 'POST', 'GET', '\u0000'),
        headers,
        bodies,
        fc.constantFrom(0, 1000, 300_000),
        (path, method, lines, body, pause) => {
          memory.advance(pause);
          const before = memory.state();
          const { response } = memory.handle({
            path,
            method,
            headers: lines,
            body: typeof body === 'string' ? body : signed(path, body),
          });
          const isTaken = response.status === 200 && response.body.includes('"error_code":102');
          if (!isTaken) expect(memory.state()).toBe(before);
          expect(response.status).toBeLessThan(500);
          expect(response.reason).not.toBe('');
          expect(memory.isValid()).toBe(true);
        },
      ),
      { seed: 20_260_122, numRuns: 1500 },
    );
    expect(memory.pending().length).toBeGreaterThan(20);
  });
});

/** Fields as JSON with the hash that is right for their texts, so that what comes after it is reached. */
function signed(path: string, fields: Readonly<Record<string, unknown>>): string {
  const names = path.endsWith('status') ? ['merchant_id', 'payu_id'] : ['merchant_id', 'refund_id', 'amount'];
  const texts = names.map((name) => {
    const value = fields[name];
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
  });
  const hash = nodeCrypto.sha512([...texts, sandbox.variables['payu.clientSecret']].join('|'));
  return JSON.stringify({ ...fields, hash });
}
