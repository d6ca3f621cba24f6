import { describe, expect, it } from 'vitest';

import { apis } from '../../../../shared/apis/registry.ts';
import { describeField, fieldType } from '../../../../shared/engine/body-language/describe-field.ts';
import { assumption, documented } from '../../../../shared/model/source.ts';

describe('the description of a field', () => {
  it('says meaning, type, limits, unit, example, source and how sure each is', () => {
    const amount = {
      name: 'refund_amount',
      type: 'amount',
      required: false,
      help: 'What to give back.',
      amount: { unit: 'minor', currency: 'USD', decimals: 0 },
      example: '1000',
      source: documented('Refunds'),
      limitSource: assumption('cents have no decimals'),
    } as const;
    expect(fieldType(amount)).toBe('amount in the smallest unit of USD, optional');
    expect(describeField(amount)).toEqual([
      'What to give back.',
      'Type: amount in the smallest unit of USD, optional.',
      'No decimals.',
      'Example: 1000',
      'From: Refunds (certain).',
      'The limit is from: our assumption (guess): cents have no decimals.',
    ]);
  });

  it('marks every guess of every API as an assumption', () => {
    const fields = apis.flatMap(({ operations }) =>
      operations.flatMap(({ body }) => (body.format === 'none' ? [] : body.fields)),
    );
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields.filter(({ source }) => source.origin === 'assumption')) {
      expect(describeField(field).join(' ')).toContain(`our assumption (${field.source.confidence})`);
    }
  });
});
