import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { readSnapshot } from '../../../../electron/adapters/sandbox/sandbox-snapshot.ts';
import { api } from '../../../../shared/apis/digipay/index.ts';
import { sandbox } from '../../../../shared/apis/digipay/sandbox.ts';
import { parseJson } from '../../../../shared/formats/json.ts';
import type { HeaderList } from '../../../../shared/model/headers.ts';
import { type MemorySandbox, openMemorySandbox } from '../../../support/memory-sandbox.ts';

const known = 'a0000000000000000000000000000001';
const call = '/digipay/v3/transaction/wallet_refund_money';
const hour = 3_600_000;

const open = (): Promise<MemorySandbox> => openMemorySandbox(api, sandbox);

type Fields = Readonly<Record<string, unknown>>;

const right = { initial_txn_id: known, txn_amount: 10, txn_code: 'MR', payment_mode: 2, note: 'Refund' };

/** A refund with right headers but for those given, and fields in place of the right ones. */
function refund(memory: MemorySandbox, fields: Fields | string = {}, headers: HeaderList = []) {
  const [token] = (memory.state() as { tokens: readonly { token: string }[] }).tokens;
  const names = new Set(headers.map(([name]) => name));
  const usual: HeaderList = [
    ['Authorization', `Token ${token?.token}`],
    ['CompanyID', sandbox.variables['digipay.companyId'] ?? ''],
  ];
  const body = typeof fields === 'string' ? fields : JSON.stringify({ ...right, ...fields });
  const lines = [...usual.filter(([name]) => !names.has(name)), ...headers];
  return memory.handle({ path: call, headers: lines, body });
}

function recordOf(memory: MemorySandbox, id: string) {
  const record = memory.records().find((one) => one.id === id);
  const facts = (record?.facts ?? []).map(({ name, value }) => [name, value] as const);
  return { state: record?.state, ...Object.fromEntries(facts) };
}

describe('checks', () => {
  const cases: readonly (readonly [title: string, status: number, Fields | string, HeaderList])[] = [
    [
      'Authorization starts with "Token "',
      401,
      {},
      [
        ['Authorization', 'Bearer x'],
        ['CompanyID', 'x'],
      ],
    ],
    [
      'the token was issued here',
      401,
      {},
      [
        ['Authorization', 'Token x'],
        ['CompanyID', 'x'],
      ],
    ],
    ['CompanyID has 32 hexadecimal digits', 400, '', [['CompanyID', '0123']]],
    ['CompanyID is the demo company', 400, '', [['CompanyID', 'f'.repeat(32)]]],
    ['the body is JSON', 400, '{', []],
    ['the five fields are there and of the right types', 400, '[]', []],
    ['the five fields are there and of the right types', 400, { initial_txn_id: 1, txn_code: 'CIB' }, []],
    ['the five fields are there and of the right types', 400, { txn_amount: '10', txn_code: 'CIB' }, []],
    ['the five fields are there and of the right types', 400, { payment_mode: 2.5 }, []],
    ['the five fields are there and of the right types', 400, { note: 1 }, []],
    ['txn_code is MR or CR', 400, { txn_code: 'MR / CR', txn_amount: 0 }, []],
    ['txn_amount is decimal digits above zero', 400, { txn_amount: 0, initial_txn_id: 'x' }, []],
    ['txn_amount is decimal digits above zero', 400, { txn_amount: -1 }, []],
    ['txn_amount is decimal digits above zero', 400, JSON.stringify(right).replace(':10,', ':1e1,'), []],
    ['txn_amount has at most two decimals', 400, { txn_amount: 1.001, initial_txn_id: 'x' }, []],
    ['there is a transaction of this initial_txn_id', 400, { initial_txn_id: 'x', txn_amount: 999 }, []],
    ['txn_amount is left of the transaction', 400, { txn_amount: 100.01 }, []],
    ['the platform works', 500, { initial_txn_id: known.replace(/1$/, '5') }, []],
  ];

  it.each(cases)('that fails first decides: %s (%i)', async (title, status, fields, headers) => {
    const memory = await open();
    const before = memory.state();
    const { response, checks = [], state } = refund(memory, fields, headers);
    expect(response.status).toBe(status);
    expect(checks.at(-1)).toMatchObject({ title, passed: false, why: response.reason });
    expect(checks.slice(0, -1).every(({ passed }) => passed)).toBe(true);
    if (status !== 500)
      expect(response.body).toBe('{"success":0,"error":[1],"data":{"message":"BAD_REQUEST"}}');
    expect(state).toBe(before);
  });

  it('are all passed by a refund that is taken, guesses marked as guesses', async () => {
    const { response, checks = [] } = refund(await open());
    expect(response.status).toBe(200);
    expect(checks.every(({ passed }) => passed)).toBe(true);
    const sources = Object.fromEntries(checks.map(({ title, source }) => [title, source.confidence]));
    expect(sources).toMatchObject({
      'Authorization starts with "Token "': 'certain',
      'txn_code is MR or CR': 'likely',
      'txn_amount is left of the transaction': 'guess',
    });
  });

  it('of the login want the demo credentials', async () => {
    const memory = await open();
    const path = '/digipay/v3/auth/authenticate';
    const { response, checks } = memory.handle({ path, headers: [['Authorization', 'Basic eDp5']] });
    expect(response.status).toBe(401);
    expect(checks).toMatchObject([{ passed: false }]);
    expect(sandbox.isLogin({ method: 'POST', path, query: '', headers: [], body: '' })).toBe(true);
    expect(sandbox.isLogin({ method: 'POST', path: call, query: '', headers: [], body: '' })).toBe(false);
  });
});

describe('tokens', () => {
  it('end an hour after their login by the clock of the sandbox', async () => {
    const memory = await open();
    memory.advance(hour - 1);
    expect(refund(memory).response.status).toBe(200);
    memory.advance(1);
    const { response, checks } = refund(memory);
    expect(response.status).toBe(401);
    expect(response.reason).toBe('the token ended at 2026-01-31 13:00:00 UTC');
    expect(checks?.at(-1)).toMatchObject({ title: 'the token has not ended', passed: false });
    expect(recordOf(memory, '1')).toMatchObject({ state: 'ended', ended: '2026-01-31 13:00:00 UTC' });
  });

  it('that have ended are forgotten with the next login, and of very many only the newest stay', async () => {
    const memory = await open();
    const tokens = () => (memory.state() as { tokens: readonly unknown[] }).tokens.length;
    memory.advance(hour);
    await memory.client.logIn();
    expect(tokens()).toBe(1);
    for (let index = 0; index < 520; index += 1) await memory.client.logIn();
    expect(tokens()).toBe(500);
    expect((await memory.client.send({ template: 'refund' })).answer.status).toBe(200);
  });
});

describe('the ledger', () => {
  it('goes from SUCCESS over PARTIALLY_REFUNDED to REFUNDED, each refund with an id of its own', async () => {
    const memory = await open();
    const ids: (string | undefined)[] = [];
    for (const [amount, state] of [
      [0.1, 'PARTIALLY_REFUNDED'],
      [99.9, 'REFUNDED'],
    ] as const) {
      const { response } = refund(memory, { txn_amount: amount, txn_code: 'CR' });
      ids.push(/"txn_id":"([\da-f]{32})"/.exec(response.body)?.[1]);
      expect(recordOf(memory, known).state).toBe(state);
    }
    expect(new Set([...ids, undefined, known]).size).toBe(4);
    expect(recordOf(memory, ids[0] ?? '')).toMatchObject({
      amount: '0.1',
      txn_code: 'CR',
      'refunded at': '2026-01-31 12:00:00 UTC',
    });
    expect(refund(memory, { txn_amount: 0.01 }).response.status).toBe(400);
  });

  it('has demo transactions as the list says, and refunds of both codes', async () => {
    const memory = await open();
    for (const { id, state } of sandbox.transactions) expect(recordOf(memory, id).state, id).toBe(state);
    const codes = memory.records().flatMap(({ facts }) => facts.filter(({ name }) => name === 'txn_code'));
    expect(new Set(codes.map(({ value }) => value))).toEqual(new Set(['MR', 'CR']));
  });

  it('is described without a secret', async () => {
    const memory = await open();
    const told = JSON.stringify(memory.records());
    const [token] = (memory.state() as { tokens: readonly { token: string }[] }).tokens;
    for (const secret of [token?.token, sandbox.variables['digipay.secretKey']])
      expect(told).not.toContain(secret);
  });

  it('of the demo passes its own schema', () => {
    expect(v.is(sandbox.schema, sandbox.seed())).toBe(true);
  });

  const readSeed = (digipay: string) =>
    readSnapshot(
      `format: refund-workbench-sandbox\nversion: 1\napis:\n  digipay:\n    ${digipay}\n`,
      new Map([['digipay', sandbox]]),
    );

  it('can be written by hand', () => {
    const read = readSeed(`transactions: { ${'b'.repeat(32)}: { amount: 12.50 } }`);
    expect(read.ok && read.value.states[0]?.[1]).toMatchObject({
      transactions: { ['b'.repeat(32)]: { amount: '12.50', refunded: '0' } },
    });
  });

  it.each([
    [
      `transactions.${known}.refunded: more is refunded than was paid`,
      `transactions: { ${known}: { amount: 1, refunded: 2 } }`,
    ],
    [
      `transactions.${known}.amount: it is no amount such as 500.00`,
      `transactions: { ${known}: { amount: -1 } }`,
    ],
    ['transactions.x1: it is no id of 32 hexadecimal digits', 'transactions: { x1: { amount: 1 } }'],
    [`transactions.${known}.broken: it is not true`, `transactions: { ${known}: { amount: 1, broken: no } }`],
    [
      `transactions.${known}.refunded: it is less than the 3 of its refunds`,
      `refunds: [{ txnId: ${'f'.repeat(32)}, initialTxnId: ${known}, amount: 3, txnCode: MR }]`,
    ],
    ['tokens.0.token: it is no token', 'tokens: [{ token: "a b", endsAt: 0 }]'],
    ['tokens.0.endsAt: it is neither', 'tokens: [{ token: a, endsAt: never }]'],
  ])('that cannot be handled is refused with the reason: %s', (why, digipay) => {
    const read = readSeed(digipay);
    expect(read.ok ? '' : read.error.message).toContain(`apis.digipay.${why}`);
  });
});

describe('whatever is sent', () => {
  it('gets an answer, changes nothing unless it is taken, and leaves a ledger that can be loaded', async () => {
    const memory = await open();
    const [token] = (memory.state() as { tokens: readonly { token: string }[] }).tokens;
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('__proto__', '', null, -1, 1e21));
    const likely = (...values: unknown[]) =>
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: anything });
    const bodies = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .record({
            initial_txn_id: likely(known, 'a0000000000000000000000000000006', `c${'0'.repeat(31)}`),
            txn_amount: likely(1, 0.5, 33.33, 250, 0.001),
            txn_code: likely('MR', 'CR'),
            payment_mode: likely(2),
            note: likely('a note'),
          })
          .map((fields) => JSON.stringify(fields)),
      },
      { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string({ unit: 'binary' })) },
    );
    const values = fc.oneof(
      fc.constantFrom(`Token ${token?.token}`, sandbox.variables['digipay.companyId'] ?? ''),
      fc.string({ unit: 'binary' }),
    );
    const headers: fc.Arbitrary<HeaderList> = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constant([
          ['Authorization', `Token ${token?.token}`],
          ['CompanyID', sandbox.variables['digipay.companyId'] ?? ''],
        ] as const),
      },
      {
        weight: 1,
        arbitrary: fc.array(fc.tuple(fc.constantFrom('Authorization', 'companyid', 'X'), values)),
      },
    );
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(call, call, call, '/digipay/v3/auth/authenticate', '/'),
        fc.constantFrom('POST', 'POST', 'POST', 'GET', ''),
        headers,
        bodies,
        (path, method, lines, body) => {
          const before = memory.state();
          const { response } = memory.handle({ path, method, headers: lines, body });
          if (response.status === 200) taken += 1;
          else expect(memory.state()).toBe(before);
          expect(response.status).toBeLessThan(500);
          expect(response.reason).not.toBe('');
          if (response.contentType.includes('json')) expect(parseJson(response.body).ok).toBe(true);
          expect(memory.isValid()).toBe(true);
        },
      ),
      { seed: 20_260_122, numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
