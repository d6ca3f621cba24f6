import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';

import { readSnapshot } from '../../../../electron/adapters/sandbox/sandbox-snapshot.ts';
import { api } from '../../../../shared/apis/payu/index.ts';
import { sandbox } from '../../../../shared/apis/payu/sandbox.ts';
import { openMemorySandbox, startOfTime } from '../../../support/memory-sandbox.ts';

function readSeed(payu: string) {
  const text = `format: refund-workbench-sandbox\nversion: 1\napis:\n  payu:\n    ${payu.trim()}\n`;
  return readSnapshot(text, new Map([['payu', sandbox]]));
}

it('lets the demo ledger pass', () => {
  expect(v.is(sandbox.schema, sandbox.seed())).toBe(true);
});

it('reads payments alone, written by hand', () => {
  const read = readSeed(`payments:
      77: { merchantId: 8238480, state: captured, amount: 12.50 }
      78: { merchantId: 1, state: auth, amount: 5, refunded: 0 }
    tokenEndsAt: 2026-01-31T12:00:00Z`);
  expect(read.ok && read.value.states[0]?.[1]).toMatchObject({
    payments: { 77: { merchantId: '8238480', state: 'captured', amount: '12.50', refunded: '0' } },
    tokenEndsAt: startOfTime,
  });
});

const waiting = 'amount: 5, requestId: 1, action: refund, status: queued';

it.each([
  [
    'payments.77.refunded: more is refunded than was paid',
    'payments: { 77: { merchantId: a, state: captured, amount: 1, refunded: 1.01 } }',
  ],
  [
    'payments.77.state: it is none of auth, captured, cancelled, failed, bounced, dropped, userCancelled',
    'payments: { 77: { merchantId: a, state: paid, amount: 1 } }',
  ],
  [
    'payments.77.amount: it is no amount such as 500.00',
    'payments: { 77: { merchantId: a, state: auth, amount: 1e3 } }',
  ],
  [
    'payments.a1: it is no id of digits such as 403993715529606983',
    'payments: { a1: { merchantId: a, state: auth, amount: 1 } }',
  ],
  ['refunds: requestId 12486538301 is not below nextRequestId', 'nextRequestId: 12486538301'],
  [
    'payments.77.refunded: it is less than the 5 of its refunds that wait or succeeded',
    `payments: { 77: { merchantId: a, state: captured, amount: 9 } }
    refunds: [{ refundId: A, payuId: 77, ${waiting} }]`,
  ],
  [
    'payments.4039937160000000001.refunded',
    `payments: { 4039937160000000001: { merchantId: a, state: captured, amount: 9 } }
    refunds: [{ refundId: A, payuId: 4039937160000000001, ${waiting} }]`,
  ],
  [
    'refunds: two of them have the same requestId',
    `refunds: [{ refundId: A, payuId: 77, ${waiting} }, { refundId: B, payuId: 77, ${waiting} }]`,
  ],
  ['tokenEndsAt: it is neither milliseconds since 1970 nor a time', 'tokenEndsAt: tomorrow'],
  ['tokenEndsAt', 'tokenEndsAt: 9000000000000000'],
])('refuses what cannot be handled: %s', (why, payu) => {
  const read = readSeed(payu);
  expect(read.ok ? '' : read.error.message).toContain(`apis.payu.${why}`);
});

it('lets nothing pass that cannot be handled', async () => {
  const memory = await openMemorySandbox(api, sandbox);
  const ids = fc.constantFrom('77', '78', '4039937160000000001', '1');
  const amounts = fc.constantFrom('0', '1', '2.50', '5.0000', '9'.repeat(30), '1e3', '-1', '');
  const moments = fc.constantFrom(null, 0, startOfTime, -1, 8.64e15, 9e15, '2026-01-31T12:00:00Z');
  const states = fc.record({
    payments: fc.dictionary(
      ids,
      fc.record({
        merchantId: fc.constantFrom('8238480', '1'),
        state: fc.constantFrom('auth', 'captured', 'cancelled'),
        amount: amounts,
        refunded: amounts,
      }),
    ),
    refunds: fc.array(
      fc.record({
        refundId: fc.constantFrom('A', 'B'),
        payuId: ids,
        amount: amounts,
        requestId: fc.constantFrom('1', '2', '3', '40'),
        action: fc.constantFrom('refund', 'cancel'),
        status: fc.constantFrom('queued', 'success', 'failure'),
        at: moments,
      }),
      { maxLength: 2 },
    ),
    nextRequestId: fc.constantFrom('4', '5', '100', '12486538355'),
    tokenEndsAt: moments,
  });
  let passed = 0;
  fc.assert(
    fc.property(states, ids, amounts, fc.constantFrom('success', 'failure'), (given, id, amount, outcome) => {
      const parsed = v.safeParse(sandbox.schema, given);
      if (!parsed.success) return;
      passed += 1;
      memory.setState(parsed.output);
      for (const template of ['refund', 'refund-status']) {
        const set = { 'payu.payuId': id, 'payu.refundId': 'A', 'payu.amount': `"${amount}"` };
        const { url, body, ...request } = memory.client.request({ template, set });
        memory.handle({ ...request, path: new URL(url).pathname.replace('/apilayer', ''), body: body ?? '' });
      }
      for (const pending of memory.pending()) {
        expect(memory.records().map((record) => record.id)).toContain(pending.id);
        expect(memory.settle(pending.id, outcome)).toBe(true);
      }
      expect(memory.pending()).toEqual([]);
      expect(memory.isValid()).toBe(true);
    }),
    { seed: 20_260_122, numRuns: 2000 },
  );
  expect(passed).toBeGreaterThan(50);
});
