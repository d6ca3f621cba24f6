import { describe, expect, it } from 'vitest';

import { apis } from '../../shared/apis/registry.ts';
import { sandboxes } from '../../shared/apis/sandboxes.ts';
import type { Verdict } from '../../shared/model/verdict.ts';
import { openTestWorkbench, sendInput } from '../support/open-test-workbench.ts';
import { valueOf } from '../support/value-of.ts';

/** What a refund in full of one of the series needs beside its id. */
const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  edubrite: {},
  'front-payment': { 'front-payment.productId': '1', 'front-payment.amount': '100.00' },
  luminate: {},
  digipay: { 'digipay.amount': '100.00' },
  payu: { 'payu.amount': '1000.00', 'payu.refundId': 'SERIES-1' },
};

describe.each(apis.map((api) => [api.id, api] as const))('%s', (id, api) => {
  it('refunds the first and the last of its series once, and none beside them', async () => {
    const series = sandboxes.get(id)?.series ?? { first: '', last: '' };
    const { handlers } = openTestWorkbench();
    const variable =
      api.variables.find(({ kind, name }) => kind === 'id' && namesTransaction(name))?.name ?? '';
    const refund = async (transaction: string, refundId: string): Promise<Verdict | undefined> => {
      const overrides = { ...others[id], [variable]: transaction };
      if ('payu.refundId' in overrides) overrides['payu.refundId'] = refundId;
      return valueOf(await handlers['exchange.send'](sendInput(id, 'refund', overrides))).explanation
        ?.verdict;
    };
    const taken = expect.stringMatching(/^(?:accepted|pending)$/) as unknown;
    expect(await refund(series.first, 'SERIES-1')).toEqual(taken);
    expect(await refund(series.last, 'SERIES-2')).toEqual(taken);
    expect(await refund(series.first, 'SERIES-3')).toBe('refused');
    expect(await refund(`${series.first}0`, 'SERIES-4')).toBe('refused');
  });

  /** The id that names the transaction: the demo of the refund template gives it a value that stands in the ledger. */
  function namesTransaction(name: string): boolean {
    const known = sandboxes.get(id)?.transactions.map((transaction) => transaction.id) ?? [];
    return known.includes(api.templates.find((template) => template.id === 'refund')?.demo[name] ?? '');
  }
});
