import { describe, expect, it } from 'vitest';

import {
  isFilled,
  isSameWork,
  planOf,
  sourceOf,
  sourcesFor,
} from '../../../../renderer/features/batches/batch-plan.ts';
import type { BatchDraft } from '../../../../renderer/stores/create-batch-store.ts';
import { apis } from '../../../../shared/apis/registry.ts';
import { batchFields } from '../../../../shared/engine/batch-fields.ts';
import type { TableDescription } from '../../../../shared/model/table.ts';

const api = apis.find(({ id }) => id === 'payu');
const template = api?.templates.find(({ id }) => id === 'refund');
if (api === undefined || template === undefined) throw new Error('payu/refund is missing');
const fields = batchFields(api, template);

const tableWith = (columns: readonly string[]): TableDescription => ({
  id: 't1',
  name: 'refunds.csv',
  format: 'csv',
  separator: ',',
  columns,
  rows: 1,
  hash: '',
  sample: [{ number: 1, cells: columns.map(() => '1') }],
  remarks: [],
});

const draftWith = (part: Partial<BatchDraft>): BatchDraft => ({
  api: 'payu',
  template: 'refund',
  environmentId: 'sandbox',
  table: tableWith(['Payment', 'refundId', 'Amount']),
  sources: {},
  failuresInARow: '',
  totalLimit: '',
  delay: '',
  checked: null,
  ...part,
});

const account = { 'payu.merchantId': '1', 'payu.resellerId': '2' };

describe('sourcesFor', () => {
  it('marks what was only guessed', () => {
    expect(sourcesFor(fields, tableWith(['Payment', 'refundId', 'Amount']), {})).toEqual({
      'payu.payuId': { kind: 'column', column: 'Payment', by: 'guess' },
      'payu.refundId': { kind: 'column', column: 'refundId', by: 'name' },
      'payu.amount': { kind: 'column', column: 'Amount', by: 'name' },
    });
  });

  it('keeps what the user chose as long as the column is there, and gives it to nothing else', () => {
    const chosen = {
      'payu.payuId': { kind: 'column', column: 'Amount', by: 'user' },
      'payu.refundId': { kind: 'value', text: 'R' },
    } as const;
    expect(sourcesFor(fields, tableWith(['Payment', 'Amount']), chosen)).toEqual(chosen);
    expect(sourcesFor(fields, tableWith(['Payment']), chosen)).toEqual({
      'payu.payuId': { kind: 'column', column: 'Payment', by: 'guess' },
      'payu.refundId': { kind: 'value', text: 'R' },
    });
  });
});

describe('sourceOf', () => {
  const ofRefund = fields.find(({ isOfRefund }) => isOfRefund);
  const ofAccount = fields.find(({ isOfRefund }) => !isOfRefund);

  it('takes the account from the environment, and leaves the refund open', () => {
    if (ofRefund === undefined || ofAccount === undefined) throw new Error('payu/refund has both');
    expect(sourceOf(ofAccount, draftWith({}), account)).toEqual({ kind: 'environment' });
    expect(sourceOf(ofRefund, draftWith({}), account)).toBeNull();
    expect(isFilled(ofRefund, draftWith({}), account)).toBe(false);
  });

  it('does not take blanks for a value', () => {
    if (ofRefund === undefined) throw new Error('payu/refund has some');
    const sources = { [ofRefund.spec.name]: { kind: 'value', text: '  ' } } as const;
    expect(isFilled(ofRefund, draftWith({ sources }), account)).toBe(false);
  });
});

describe('planOf', () => {
  it('asks for columns and values, and leaves to the environment what is its own', () => {
    const draft = draftWith({
      sources: {
        'payu.payuId': { kind: 'column', column: 'Payment', by: 'guess' },
        'payu.amount': { kind: 'value', text: '12.50' },
        'payu.merchantId': { kind: 'environment' },
      },
      failuresInARow: '3',
      totalLimit: '100.00',
    });
    expect(planOf(draft, fields)).toEqual({
      api: 'payu',
      template: 'refund',
      environmentId: 'sandbox',
      table: 't1',
      columns: { 'payu.payuId': 'Payment' },
      values: { 'payu.amount': '12.50' },
      stopRules: { failuresInARow: 3, totalLimit: '100.00' },
      delay: 0,
      timeout: 60_000,
    });
  });

  it('leaves out what another template asked for', () => {
    const draft = draftWith({ sources: { 'payu.elsewhere': { kind: 'value', text: '1' } } });
    expect(planOf(draft, fields)?.values).toEqual({});
  });

  it('is nothing without a table', () => {
    expect(planOf(draftWith({ table: null }), fields)).toBeNull();
  });
});

describe('isSameWork', () => {
  const plan = planOf(draftWith({}), fields);
  if (plan === null) throw new Error('There is a table');

  it('lets pace and stop rules change after the look, and nothing that is sent', () => {
    const slower = { ...plan, delay: 500, stopRules: { failuresInARow: 9, totalLimit: null } };
    expect(isSameWork(plan, slower)).toBe(true);
    expect(isSameWork(plan, { ...plan, values: { 'payu.amount': '1' } })).toBe(false);
    expect(isSameWork(plan, { ...plan, environmentId: 'live' })).toBe(false);
  });

  it('asks for another look where a limit for the total is new: then every refund needs an amount', () => {
    expect(isSameWork(plan, { ...plan, stopRules: { failuresInARow: null, totalLimit: '5' } })).toBe(false);
  });
});
