import { describe, expect, it } from 'vitest';

import { createSqliteBatchStore } from '../../../../electron/adapters/sqlite-batch-store.ts';
import { createSqliteHistoryStore } from '../../../../electron/adapters/sqlite-history-store.ts';
import type { BatchSummary } from '../../../../shared/model/batch.ts';
import type { Exchange } from '../../../../shared/model/exchange.ts';
import { addTable, payuTable, planOf, rowsOf, runToEnd, untilEnd } from '../../../support/batch-of.ts';
import { openProvider, type Provider } from '../../../support/loopback-provider.ts';
import { openTestWorkbench, type TestWorkbench } from '../../../support/open-test-workbench.ts';
import { httpAnswer } from '../../../support/raw-server.ts';
import { valueOf } from '../../../support/value-of.ts';

const queued = httpAnswer('{"status":1,"msg":"Refund Request Queued","request_id":"1","error_code":102}');
const nothingFound = httpAnswer('{"status":0,"msg":"0 out of 1 Transactions Fetched Successfully"}');

type Answer = (text: string, number: number) => Buffer | null;

function openPayu(workbench: TestWorkbench, answer: Answer): Promise<Provider> {
  return openProvider(workbench, 'payu', ({ socket, text, number }) => {
    const bytes = answer(text, number);
    if (bytes === null) socket.destroy();
    else socket.write(bytes);
  });
}

async function run(workbench: TestWorkbench, rows: number, provider: Provider): Promise<BatchSummary> {
  const table = await addTable(workbench, payuTable(rows));
  return runToEnd(workbench, planOf(table, { environmentId: provider.environmentId }));
}

function resume(workbench: TestWorkbench, id: string, resolve: boolean): Promise<BatchSummary> {
  return untilEnd(workbench, async () => {
    const batch = valueOf(await workbench.handlers['batch.get']({ id }));
    const confirmation = batch?.left?.confirmation.text ?? '';
    return workbench.handlers['batch.resume']({ id, confirmation, resolve });
  });
}

function isRefund(text: string): boolean {
  return text.startsWith('POST /partner/refunds');
}

describe('an answer that was lost', () => {
  it('puts its row in quarantine, the others go on, and resuming leaves it alone', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, (_, number) => (number === 2 ? null : queued));
    const batch = await run(workbench, 3, provider);
    expect(batch).toMatchObject({ state: 'done', counts: { pending: 2, unknown: 1 }, left: { rows: 0 } });
    const resumed = await resume(workbench, batch.id, false);
    expect(resumed.counts).toMatchObject({ pending: 2, unknown: 1 });
    expect(provider.requests).toHaveLength(3);
  });

  it('is found out by a status call', async () => {
    const workbench = openTestWorkbench();
    const status = `{"403993716000000001":{"9":{"status":"queued","amt":"2.10","token":"R-2"}}}`;
    const provider = await openPayu(workbench, (text, number) =>
      number === 2 ? null : isRefund(text) ? queued : httpAnswer(status),
    );
    const batch = await run(workbench, 3, provider);
    const resumed = await resume(workbench, batch.id, true);
    expect(resumed.counts).toMatchObject({ pending: 3, unknown: 0 });
    expect((await rowsOf(workbench, batch.id))[1]).toMatchObject({ state: 'pending', exchangeId: '2' });
    expect(provider.requests.filter(isRefund)).toHaveLength(3);
  });

  it('is sent again with its own id where that is safe, and only where the status call tells nothing', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, (text, number) =>
      number === 2 ? null : isRefund(text) ? queued : nothingFound,
    );
    const batch = await run(workbench, 3, provider);
    const resumed = await resume(workbench, batch.id, true);
    expect(resumed.counts).toMatchObject({ pending: 3, unknown: 0 });
    const again = provider.requests.filter((text) => text.includes('"R-2"'));
    expect(again).toHaveLength(2);
    const refunds = valueOf(await workbench.handlers['history.refunds']({ id: '2' }));
    expect(refunds).toMatchObject([{ state: 'unknown', decision: { state: 'pending', by: 'look-up' } }]);
  });

  it('is proven by the refusal of the same id, where the catalog says that it means that', async () => {
    const workbench = openTestWorkbench();
    const exists = httpAnswer('{"message":"refund request already exists for R-1"}');
    const provider = await openPayu(workbench, (text, number) =>
      number === 1 ? null : isRefund(text) ? exists : nothingFound,
    );
    const batch = await run(workbench, 1, provider);
    const resumed = await resume(workbench, batch.id, true);
    expect(resumed.counts).toMatchObject({ pending: 1, unknown: 0 });
    expect((await rowsOf(workbench, batch.id))[0]?.meaning).toContain('which proves it');
  });

  it('stays in quarantine where the refusal says nothing of the first, each time anew', async () => {
    const workbench = openTestWorkbench();
    const wrong = httpAnswer('{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":105}');
    const provider = await openPayu(workbench, (text, number) =>
      number === 1 ? null : isRefund(text) ? wrong : nothingFound,
    );
    const batch = await run(workbench, 1, provider);
    for (const _round of [1, 2]) {
      const resumed = await resume(workbench, batch.id, true);
      expect(resumed.counts).toMatchObject({ unknown: 1, refused: 0 });
    }
    expect((await rowsOf(workbench, batch.id))[0]).toMatchObject({ state: 'unknown', exchangeId: '1' });
  });

  it('is sent again once more where that answer was lost, too', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, (text, number) =>
      number < 4 && isRefund(text) ? null : isRefund(text) ? queued : nothingFound,
    );
    const batch = await run(workbench, 1, provider);
    expect((await resume(workbench, batch.id, true)).counts).toMatchObject({ unknown: 1 });
    expect((await resume(workbench, batch.id, true)).counts).toMatchObject({ pending: 1, unknown: 0 });
    expect(valueOf(await workbench.handlers['history.unresolved'](null))).toEqual([]);
    expect(provider.requests.filter(isRefund)).toHaveLength(3);
  });

  it('is never sent again to an API that does not know ids', async () => {
    const workbench = openTestWorkbench();
    const provider = await openProvider(workbench, 'luminate', ({ socket }) => void socket.destroy());
    const table = await addTable(workbench, 'id\n700000001\n700000002');
    const batch = await runToEnd(
      workbench,
      planOf(table, {
        api: 'luminate',
        environmentId: provider.environmentId,
        columns: { 'luminate.transactionId': 'id' },
      }),
    );
    expect(batch.counts).toMatchObject({ unknown: 2 });
    expect((await resume(workbench, batch.id, true)).counts).toMatchObject({ unknown: 2 });
    expect(provider.requests).toHaveLength(1);
  });

  it('counts as what somebody wrote down about it', async () => {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, () => null);
    const batch = await run(workbench, 1, provider);
    const decision = { exchangeId: '1', state: 'refused', note: 'The bank says no.' } as const;
    valueOf(await workbench.handlers['exchange.decide'](decision));
    expect((await resume(workbench, batch.id, false)).counts).toMatchObject({ refused: 1, unknown: 0 });
    expect((await rowsOf(workbench, batch.id))[0]?.meaning).toContain('The bank says no.');
    expect(provider.requests).toHaveLength(1);
  });
});

describe('a program that ended in the middle of a call', () => {
  /** A batch of which the first row was sent, and the second is being sent by a program that is gone. */
  async function breakOff(
    recorded: 'nothing' | 'the send' | 'the answer',
  ): Promise<{ readonly workbench: TestWorkbench; readonly id: string; readonly provider: Provider }> {
    const workbench = openTestWorkbench();
    const provider = await openPayu(workbench, (_, number) =>
      number === 1
        ? queued
        : httpAnswer('{"status":0,"msg":"Refund FAILURE - Invalid amount","error_code":105}'),
    );
    const batch = await run(workbench, 2, provider);
    const store = createSqliteBatchStore(workbench.data);
    const history = createSqliteHistoryStore(workbench.data);
    const exchange = valueOf(history.get('2'))?.exchange as Exchange;
    const refunds = valueOf(history.refundsOf('2'));
    const [begun] = valueOf(store.journal({ id: batch.id, after: 1, limit: 1, states: [] }));
    const earlier = { row: 2, code: null, meaning: '', providerId: null, exchangeId: null, at: null };
    valueOf(store.settle(batch.id, [{ ...earlier, state: 'ready' }]));
    // Exchange 2 stands for an older send of the same refund; what the program recorded comes after it.
    valueOf(store.begin(batch.id, [{ row: 2, known: ['2'], before: 'not-sent' }]));
    if (recorded !== 'nothing') {
      const again = valueOf(history.begin({ ...exchange, explanation: null }, { refunds, guard: () => [] }));
      if (recorded === 'the answer') valueOf(history.settle({ ...exchange, id: again }, ['accepted']));
    }
    valueOf(store.setState(batch.id, { state: 'running', reason: null, endedAt: null }));
    expect(begun?.known).toEqual([]);
    store.close();
    history.close();
    return { workbench, id: batch.id, provider };
  }

  it.each([
    ['nothing', 'not-sent', null],
    ['the send', 'unknown', '3'],
    ['the answer', 'accepted', '3'],
  ] as const)('after recording %s left the row %s', async (recorded, state, exchangeId) => {
    const { workbench, id } = await breakOff(recorded);
    const batch = valueOf(await workbench.handlers['batch.get']({ id }));
    expect(batch).toMatchObject({ state: 'broken-off', counts: { pending: 1, [state]: 1, sending: 0 } });
    expect(batch?.reason?.message).toContain('program ended');
    expect((await rowsOf(workbench, id))[1]).toMatchObject({ state, exchangeId });
  });

  it('is told in the list as well, and the row that never left is sent by resuming', async () => {
    const { workbench, id, provider } = await breakOff('nothing');
    const [listed] = valueOf(await workbench.handlers['batch.list']({ limit: 10, before: null }));
    expect(listed).toMatchObject({ id, state: 'broken-off', left: { rows: 1 } });
    await resume(workbench, id, false);
    expect(provider.requests).toHaveLength(3);
  });
});
