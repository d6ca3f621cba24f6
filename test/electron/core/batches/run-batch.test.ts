import { afterEach, describe, expect, it, vi } from 'vitest';

import { openWorkbench } from '../../../../electron/open-workbench.ts';
import type { BatchPlan } from '../../../../shared/model/batch.ts';
import { addTable, payuTable, planOf, rowsOf, runToEnd, untilEnd } from '../../../support/batch-of.ts';
import { openProvider, type Provider } from '../../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../../support/open-test-workbench.ts';
import { httpAnswer, unusedPort } from '../../../support/raw-server.ts';
import { valueOf } from '../../../support/value-of.ts';

const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
const refused = httpAnswer('{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":105}');

/** A PayU that answers what a function says to each request; `null` closes the line without an answer. */
function openPayu(
  workbench: TestWorkbench,
  answers: (text: string, number: number) => Buffer | null,
  environmentClass: 'test' | 'production' = 'test',
): Promise<Provider> {
  return openProvider(
    workbench,
    'payu',
    ({ socket, text, number }) => {
      const answer = answers(text, number);
      if (answer === null) socket.destroy();
      else socket.write(answer);
    },
    { environmentClass },
  );
}

async function planFor(
  workbench: TestWorkbench,
  rows: number,
  environmentId: string,
  changes: Partial<BatchPlan> = {},
): Promise<BatchPlan> {
  return planOf(await addTable(workbench, payuTable(rows)), { environmentId, ...changes });
}

const stopRules = { failuresInARow: null, totalLimit: null };

afterEach(() => {
  vi.useRealTimers();
});

describe('a batch', () => {
  it('starts only with its total typed, and leaves nothing behind where it is not', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const plan = await planFor(workbench, 3, provider.environmentId);
    const started = await workbench.handlers['batch.start']({ ...plan, confirmation: '6.31' });
    expect(started).toMatchObject({ ok: false, error: [{ code: 'not-confirmed' }] });
    expect(valueOf(await workbench.handlers['batch.list']({ limit: 10, before: null }))).toEqual([]);
    expect(provider.requests).toHaveLength(0);
  });

  it('sends each row once, in order, cells byte for byte, and keeps what came back', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, (_, number) => (number === 2 ? refused : queued));
    const batch = await runToEnd(workbench, await planFor(workbench, 3, provider.environmentId));
    expect(batch).toMatchObject({ state: 'done', reason: null, left: { rows: 0 } });
    expect(batch.counts).toMatchObject({ pending: 2, refused: 1, ready: 0 });
    expect(provider.requests.map((text) => /"amount": (.*)/.exec(text)?.[1])).toEqual([
      '1.10',
      '2.10',
      '3.10',
    ]);
    const rows = await rowsOf(workbench, batch.id);
    expect(rows[1]).toMatchObject({ state: 'refused', code: '105', exchangeId: '2', amount: '2.10' });
    expect(rows[0]).toMatchObject({ state: 'pending', providerId: '1', refundId: 'R-1' });
  });

  it('stops after so many failures in a row, and goes on from there', async () => {
    const workbench = openTestWorkbench();
    let heals = false;
    const provider = await openPayu(workbench, (_, number) => (heals || number < 3 ? queued : refused));
    const batch = await runToEnd(
      workbench,
      await planFor(workbench, 8, provider.environmentId, {
        stopRules: { ...stopRules, failuresInARow: 2 },
      }),
    );
    expect(batch.state).toBe('stopped');
    expect(batch.reason?.message).toContain('2 refunds in a row');
    expect(batch.counts).toMatchObject({ pending: 2, refused: 2, ready: 4 });
    expect(batch.left).toEqual({ rows: 4, confirmation: { text: '26.40', asked: 'the total, 26.40' } });
    heals = true;
    const { handlers } = workbench;
    const unconfirmed = await handlers['batch.resume']({ id: batch.id, confirmation: '1', resolve: false });
    expect(unconfirmed).toMatchObject({ ok: false, error: [{ code: 'not-confirmed' }] });
    const resumed = await untilEnd(workbench, () =>
      handlers['batch.resume']({ id: batch.id, confirmation: '26.4', resolve: false }),
    );
    expect(resumed).toMatchObject({ state: 'done', counts: { pending: 6, refused: 2, ready: 0 } });
    expect(provider.requests).toHaveLength(8);
  });

  it('never exceeds the limit for its total', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const batch = await runToEnd(
      workbench,
      await planFor(workbench, 5, provider.environmentId, {
        stopRules: { ...stopRules, totalLimit: '6.30' },
      }),
    );
    expect(batch.state).toBe('stopped');
    expect(batch.counts).toMatchObject({ pending: 3, ready: 2 });
    const again = await untilEnd(workbench, () =>
      workbench.handlers['batch.resume']({ id: batch.id, confirmation: '9.20', resolve: false }),
    );
    expect(again.counts).toMatchObject({ pending: 3, ready: 2 });
  });

  it('ends after the call under way when the user stops it, also in a long pause', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const plan = await planFor(workbench, 5, provider.environmentId, { delay: 60_000 });
    const { handlers } = workbench;
    const batch = await untilEnd(workbench, async () => {
      const started = await handlers['batch.start']({ ...plan, confirmation: '15.50' });
      await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
      valueOf(await handlers['batch.stop']({ id: valueOf(started).id }));
      return started;
    });
    expect(batch).toMatchObject({ state: 'stopped', counts: { pending: 1, ready: 4 } });
  });

  it('stops with its program after the call under way, and is resumed by the next', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const plan = await planFor(workbench, 5, provider.environmentId, { delay: 60_000 });
    const { id } = valueOf(await workbench.handlers['batch.start']({ ...plan, confirmation: '15.50' }));
    await vi.waitFor(() => expect(provider.requests).toHaveLength(1));
    await workbench.close();
    const batch = valueOf(await workbench.handlers['batch.get']({ id }));
    expect(batch).toMatchObject({ state: 'stopped', counts: { pending: 1, ready: 4, sending: 0 } });
  });

  it('is stopped by another program, and cannot be resumed by it while it runs', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const plan = await planFor(workbench, 50, provider.environmentId, { delay: 20 });
    const other = valueOf(
      openWorkbench({
        environment: { REFUND_WORKBENCH_DATA: workbench.data },
        workspace: workbench.workspace,
        sandboxPort: 0,
        anyOtherPort: true,
      }),
    );
    const batch = await untilEnd(workbench, async () => {
      const started = await workbench.handlers['batch.start']({ ...plan, confirmation: '1280.00' });
      const { id } = valueOf(started);
      const seen = valueOf(await other.handlers['batch.get']({ id }));
      expect(seen).toMatchObject({ state: 'running', left: null });
      const resumed = await other.handlers['batch.resume']({ id, confirmation: '', resolve: false });
      expect(resumed).toMatchObject({ ok: false, error: [{ code: 'bad-batch' }] });
      valueOf(await other.handlers['batch.stop']({ id }));
      return started;
    });
    await other.close();
    expect(batch.state).toBe('stopped');
    expect(batch.counts.ready).toBeGreaterThan(0);
  });

  it('keeps what never left for the next time', async () => {
    const workbench = openTestWorkbench();
    const baseUrl = `http://127.0.0.1:${await unusedPort()}`;
    const dead = await openProvider(workbench, 'payu', () => undefined, {
      environmentClass: 'production',
      values: { 'payu.baseUrl': baseUrl },
    });
    await workbench.handlers['production.arm']({ environmentId: dead.environmentId, minutes: 5 });
    const batch = await runToEnd(workbench, await planFor(workbench, 2, dead.environmentId));
    expect(batch).toMatchObject({ state: 'stopped', counts: { 'not-sent': 2 }, left: { rows: 2 } });
    expect(batch.reason?.message).toContain('2 refunds never left');
  });

  it('does not send a row that was refunded by hand meanwhile', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => queued);
    const batch = await runToEnd(
      workbench,
      await planFor(workbench, 2, provider.environmentId, {
        stopRules: { ...stopRules, totalLimit: '1.50' },
      }),
    );
    const overrides = { 'payu.payuId': '403993716000000001', 'payu.amount': '2.1', 'payu.refundId': 'HAND' };
    valueOf(await workbench.handlers['exchange.send'](provider.input('refund', { overrides })));
    const resumed = await untilEnd(workbench, () =>
      workbench.handlers['batch.resume']({ id: batch.id, confirmation: '2.10', resolve: false }),
    );
    expect(resumed.counts).toMatchObject({ pending: 1, invalid: 1 });
    expect((await rowsOf(workbench, batch.id))[1]?.meaning).toContain('was sent before');
    expect(provider.requests).toHaveLength(2);
  });

  it('goes on only to the place it was started for', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => refused);
    const rules = { stopRules: { ...stopRules, failuresInARow: 1 } };
    const batch = await runToEnd(workbench, await planFor(workbench, 2, provider.environmentId, rules));
    const elsewhere = await openPayu(workbench, () => queued);
    const resumed = await workbench.handlers['batch.resume']({
      id: batch.id,
      confirmation: '2.10',
      resolve: false,
    });
    expect(resumed).toMatchObject({ ok: false, error: [{ code: 'bad-batch' }] });
    expect(elsewhere.requests).toHaveLength(0);
  });
});

describe('a batch in production', () => {
  it('needs it to be armed, and stops where the arming ends', async () => {
    const workbench = openTestWorkbench();
    const { handlers } = workbench;
    const provider = await openPayu(
      workbench,
      (_, number) => {
        if (number === 2) void handlers['production.disarm']({ environmentId: provider.environmentId });
        return queued;
      },
      'production',
    );
    const plan = await planFor(workbench, 4, provider.environmentId);
    const unarmed = await handlers['batch.start']({ ...plan, confirmation: '10.40' });
    expect(unarmed).toMatchObject({ ok: false, error: [{ code: 'not-armed' }] });
    await handlers['production.arm']({ environmentId: provider.environmentId, minutes: 5 });
    const batch = await runToEnd(workbench, plan);
    expect(batch).toMatchObject({ state: 'stopped', reason: { code: 'not-armed' } });
    expect(batch.counts).toMatchObject({ pending: 2, 'not-sent': 1, ready: 1 });
    expect(provider.requests).toHaveLength(2);
    await handlers['production.arm']({ environmentId: provider.environmentId, minutes: 5 });
    const resumed = await untilEnd(workbench, () =>
      handlers['batch.resume']({ id: batch.id, confirmation: '7.20', resolve: false }),
    );
    expect(resumed).toMatchObject({ state: 'done', counts: { pending: 4 } });
  });
});

describe('all APIs on the sandbox', () => {
  it.each([
    ['payu', 'refund', payuTable(2), planOf('').columns, 'pending'],
    [
      'digipay',
      'refund',
      'id,sum\nc0000000000000000000000000000001,40.00\nc0000000000000000000000000000002,41',
      { 'digipay.transactionId': 'id', 'digipay.amount': 'sum' },
      'accepted',
    ],
    [
      'edubrite',
      'refund',
      'id\nb1000000-f5b4-11e7-8c3e-024200000001\nb1000000-f5b4-11e7-8c3e-024200000002',
      { 'edubrite.invoiceId': 'id' },
      'accepted',
    ],
    [
      'front-payment',
      'refund',
      'order,product,amount\nODR2000000001,1,100.00\nODR2000000002,1,50.00',
      {
        'front-payment.orderUuid': 'order',
        'front-payment.productId': 'product',
        'front-payment.amount': 'amount',
      },
      'pending',
    ],
    [
      'luminate',
      'partial-refund',
      'id,cents\n700000001,1000\n700000002,1500',
      { 'luminate.transactionId': 'id', 'luminate.refundAmount': 'cents' },
      'accepted',
    ],
  ] as const)('%s takes a small table', async (api, template, text, columns, state) => {
    const workbench = openTestWorkbench();
    const table = await addTable(workbench, text);
    const batch = await runToEnd(workbench, planOf(table, { api, template, columns }));
    const rows = await rowsOf(workbench, batch.id);
    expect(rows.map((row) => row.state)).toEqual([state, state]);
    expect(batch.state).toBe('done');
  });

  it('Luminate takes 200 in a call, and each result comes back to its row', async () => {
    const workbench = openTestWorkbench();
    const lines = Array.from({ length: 450 }, (_, index) => {
      const id = `7${String(index).padStart(8, '0')}`;
      return index % 7 === 3 ? `${id},999999` : `${id},${100 + index}`;
    });
    const table = await addTable(workbench, ['id,cents', ...lines].join('\n'));
    const batch = await runToEnd(
      workbench,
      planOf(table, {
        api: 'luminate',
        template: 'partial-refund',
        columns: { 'luminate.transactionId': 'id', 'luminate.refundAmount': 'cents' },
      }),
    );
    const rows = await rowsOf(workbench, batch.id);
    expect(rows.map(({ state }) => state)).toEqual(
      lines.map((_, index) => (index % 7 === 3 ? 'refused' : 'accepted')),
    );
    expect(new Set(rows.map(({ exchangeId }) => exchangeId)).size).toBe(3);
    const accepted = rows.filter(({ state }) => state === 'accepted');
    expect(accepted.every(({ providerId }) => providerId !== null)).toBe(true);
    expect(new Set(accepted.map(({ providerId }) => providerId)).size).toBe(accepted.length);
    expect(accepted[0]?.meaning).toContain(`(${accepted[0]?.amount} of 5000 in cents)`);
  });
});
