import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { BatchCheck, BatchPlan } from '../../../../shared/model/batch.ts';
import { addTable, payuTable, planOf, runToEnd } from '../../../support/batch-of.ts';
import { openTestWorkbench } from '../../../support/open-test-workbench.ts';
import { valueOf } from '../../../support/value-of.ts';

async function check(text: string, changes: Partial<BatchPlan> = {}): Promise<BatchCheck> {
  const workbench = openTestWorkbench();
  const table = await addTable(workbench, text);
  return valueOf(await workbench.handlers['batch.check'](planOf(table, changes)));
}

async function refusal(text: string, changes: Partial<BatchPlan>): Promise<string> {
  const workbench = openTestWorkbench();
  const table = await addTable(workbench, text);
  const checked = await workbench.handlers['batch.check'](planOf(table, changes));
  if (checked.ok) throw new Error('It can be sent');
  return checked.error.message;
}

const head = 'payuId,amount,refundId';

describe('a table that can be sent', () => {
  it('has an exact total, the number of calls, what to type and what its first call does', async () => {
    const found = await check(payuTable(3));
    expect(found).toMatchObject({
      rows: 3,
      ready: 3,
      calls: 3,
      totals: [{ currency: 'INR', unit: 'major', amount: '6.30', rows: 3, withoutAmount: 0 }],
      confirmation: { text: '6.30', asked: 'the total, 6.30' },
      problems: [],
    });
    expect(found.effect[0]).toContain('1.10 INR of payment 403993716000000000');
  });

  it('sends nothing and leaves no batch', async () => {
    const workbench = openTestWorkbench();
    const table = await addTable(workbench, payuTable(3));
    valueOf(await workbench.handlers['batch.check'](planOf(table)));
    expect(valueOf(await workbench.handlers['batch.list']({ limit: 10, before: null }))).toEqual([]);
    expect((await workbench.handlers['workbench.describe'](null)).exchangeCount).toBe(0);
  });

  it('always has the sum that whole hundredths have', async () => {
    const cents = fc.bigInt({ min: 1n, max: 10n ** 20n });
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 12 }), async (amounts) => {
        const lines = amounts.map((amount, index) => {
          const text = amount.toString().padStart(3, '0');
          return `4039937160${String(index).padStart(8, '0')},${text.slice(0, -2)}.${text.slice(-2)},R-${index}`;
        });
        const found = await check([head, ...lines].join('\n'));
        const sum = amounts.reduce((total, amount) => total + amount, 0n);
        expect(found.totals[0]?.amount.replace('.', '').replace(/^0+/, '')).toBe(String(sum));
      }),
      { numRuns: 8 },
    );
  });

  it('is confirmed by the number of refunds where the template names no amount', async () => {
    const found = await check('id\nb1000000-f5b4-11e7-8c3e-024200000001\nb1000000-f5b4-11e7-8c3e-024200000002', {
      api: 'edubrite',
      columns: { 'edubrite.invoiceId': 'id' },
    });
    expect(found.confirmation.text).toBe('2');
    expect(found.totals).toMatchObject([{ rows: 2, withoutAmount: 2 }]);
  });

  it('of Luminate goes 200 in a call', async () => {
    const lines = Array.from({ length: 401 }, (_, index) => `7${String(index).padStart(8, '0')}`);
    const found = await check(['id', ...lines].join('\n'), {
      api: 'luminate',
      columns: { 'luminate.transactionId': 'id' },
    });
    expect(found).toMatchObject({ rows: 401, ready: 401, calls: 3 });
  });
});

describe('a row that cannot be sent', () => {
  it.each([
    ['an empty cell', '403993716000000001,,R-1', 'amount', 'empty'],
    ['an amount with a comma', '403993716000000001,"1,00",R-1', 'amount', 'comma'],
    ['an amount with an exponent', '403993716000000001,1e3,R-1', 'amount', 'exponent'],
    ['an amount of nothing', '403993716000000001,0.00,R-1', null, 'not above zero'],
    ['an amount below zero', '403993716000000001,-5,R-1', null, 'not above zero'],
    ['an id with a blank at its end', '"403993716000000001 ",1.00,R-1', 'payuId', 'blanks'],
    ['a cell that asks for a secret', '403993716000000001,1.00,{{payu.clientSecret}}', 'refundId', 'reference'],
  ])('with %s is named', async (_what, line, column, words) => {
    const found = await check([head, line].join('\n'));
    expect(found).toMatchObject({ rows: 1, ready: 0, confirmation: { text: '' } });
    expect(found.problems[0]).toMatchObject({ row: 1, column, stops: true });
    expect(found.problems[0]?.problem.message).toContain(words);
  });

  it('asks for the same money as an earlier row, whatever its notation and its id', async () => {
    const found = await check(
      [head, '403993716000000001,1.00,R-1', '403993716000000002,1.00,R-2', '403993716000000001,1.0,R-3'].join(
        '\n',
      ),
    );
    expect(found).toMatchObject({ ready: 2, totals: [{ amount: '2.00' }] });
    expect(found.problems).toMatchObject([{ row: 3, problem: { code: 'repeated-refund' } }]);
    expect(found.problems[0]?.problem.message).toContain('Row 1');
  });

  it('has the refund id of an earlier row', async () => {
    const found = await check(
      [head, '403993716000000001,1.00,R-1', '403993716000000002,2.00,R-1'].join('\n'),
    );
    expect(found.problems).toMatchObject([{ row: 2, stops: true }]);
    expect(found.problems[0]?.problem.message).toContain('same refund id, R-1');
  });

  it('takes nobody the place: a good row after a bad one of the same money is sent', async () => {
    const found = await check(
      [head, '403993716000000001,1.00,', '403993716000000001,1.00,R-2'].join('\n'),
    );
    expect(found.ready).toBe(1);
  });

  it('was refunded before: stopped elsewhere, told on the sandbox', async () => {
    const workbench = openTestWorkbench();
    const table = await addTable(workbench, payuTable(2));
    await runToEnd(workbench, planOf(table));
    const again = valueOf(await workbench.handlers['batch.check'](planOf(table)));
    expect(again).toMatchObject({ ready: 2, problemCount: 2 });
    expect(again.problems.map(({ stops }) => stops)).toEqual([false, false]);
  });

  it('has no amount while a limit for the total is to be kept', async () => {
    const found = await check('id\nb1000000-f5b4-11e7-8c3e-024200000001', {
      api: 'edubrite',
      columns: { 'edubrite.invoiceId': 'id' },
      stopRules: { failuresInARow: null, totalLimit: '100' },
    });
    expect(found.ready).toBe(0);
  });
});

describe('a mapping', () => {
  const { 'payu.amount': _, ...withoutAmount } = planOf('').columns;
  it.each([
    ['without a field of the refund', { columns: withoutAmount }, 'Nothing says where Amount (payu.amount)'],
    [
      'to a column that is not there',
      { columns: { ...planOf('').columns, 'payu.amount': 'Betrag' } },
      'no column "Betrag"',
    ],
    [
      'of a secret',
      { values: { 'payu.clientSecret': 'x' } },
      'payu.clientSecret cannot come from a table',
    ],
    ['of a base URL', { values: { 'payu.baseUrl': 'https://x.example' } }, 'cannot come from a table'],
    ['given twice', { values: { 'payu.amount': '1.00' } }, 'has a column and a value'],
    ['to a reference', { values: { 'payu.merchantId': '{{payu.clientSecret}}' } }, 'is a reference'],
    ['of a template that only asks', { template: 'refund-status' }, 'payu.amount cannot come from a table'],
    ['of no template', { template: 'refunds' }, 'no template payu/refunds'],
  ])('%s is refused whole', async (_how, changes, words) => {
    expect(await refusal(payuTable(1), changes)).toContain(words);
  });

  it('to a template of several refunds is refused', async () => {
    expect(
      await refusal('a,b\n5602,5613', {
        api: 'luminate',
        template: 'batch-with-refusal',
        columns: { 'luminate.transactionId': 'a', 'luminate.confirmationCode': 'b' },
        values: { 'luminate.refundAmount': '1000', 'luminate.ticketOrderId': '5591' },
      }),
    ).toContain('3 refunds');
  });
});
