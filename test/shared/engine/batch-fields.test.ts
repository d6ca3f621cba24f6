import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { amountOfOperation, batchFields } from '../../../shared/engine/batch-fields.ts';

describe.each(apis.map((api) => [api.id, api] as const))('the fields of %s', (_id, api) => {
  it('hold no secret, no address and no switch, and something of the refund', () => {
    const [template] = api.templates;
    if (template === undefined) throw new Error('no template');
    const fields = batchFields(api, template);
    expect(fields.filter(({ spec }) => spec.secret || spec.kind === 'url' || spec.kind === 'switch')).toEqual([]);
    expect(fields.some(({ isOfRefund }) => isOfRefund)).toBe(true);
  });

  it('that are an amount have a unit and a currency', () => {
    for (const template of api.templates) {
      const operation = api.operations.find(({ id }) => id === template.operation);
      const amount = batchFields(api, template).find(({ spec }) => spec.kind === 'amount');
      if (operation === undefined || amount === undefined) continue;
      expect(amountOfOperation(operation)?.currency, template.id).toMatch(/\S/);
    }
  });
});
