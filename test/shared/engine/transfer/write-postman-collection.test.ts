import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writePostmanCollection } from '../../../../shared/engine/transfer/write-postman-collection.ts';
import { previewOf, remarksOf } from '../../support/read-imported.ts';
import { someCollection } from '../../support/some-collection.ts';

const tools = {
  script: "if (typeof refundWorkbench === 'undefined') {\nrefundWorkbench = {};\n}",
  valuesOf: () => ({ 'payu.amount': '500.00' }),
};

describe('a collection written for Postman', () => {
  it('is read again as the very same collection, whatever stands in it', () => {
    fc.assert(
      fc.property(someCollection, (content) => {
        const preview = previewOf('x.json', writePostmanCollection(content, tools));
        expect(preview.kind).toBe('postman-collection');
        expect(preview.collections).toEqual([content]);
        expect(remarksOf(preview)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing in it', []],
    ['an empty folder', [{ kind: 'folder', name: 'Later', notes: '', items: [] } as const]],
  ])('keeps every variable of a collection with %s', (_what, items) => {
    const content = { name: 'Empty', notes: '', variables: [{ name: 'key', value: 'plain' }], items };
    const preview = previewOf('x.json', writePostmanCollection(content, tools));
    expect(preview.collections).toEqual([content]);
    expect(remarksOf(preview)).toEqual([]);
  });

  it('names a request whose script somebody broke, and still takes the request itself over', () => {
    const written = writePostmanCollection(
      {
        name: 'One',
        notes: '',
        variables: [],
        items: [
          {
            kind: 'request',
            request: {
              name: 'Refund',
              notes: '',
              draft: {
                api: 'payu',
                template: 'refund',
                operation: 'refund',
                method: 'POST',
                url: '{{payu.baseUrl}}/partner/refunds',
                headers: [['Content-Type', 'application/json']],
                body: { kind: 'text', language: 'json', text: '{"amount": {{payu.amount}}}' },
              },
              checks: [{ subject: { of: 'status' }, operator: 'equals', expected: '200' }],
              captures: [],
            },
          },
        ],
      },
      tools,
    );
    const preview = previewOf(
      'x.json',
      written.replace('\\"operator\\": \\"equals\\"', '\\"operator\\": \\"is\\"'),
    );
    expect(preview.requests).toBe(1);
    expect(remarksOf(preview).join('\n')).toContain('so the checks could not be taken from it');
  });
});
