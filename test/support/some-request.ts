import type { CollectionRequest } from '../../shared/model/collection.ts';

/** A saved request like one that people write. */
export function someRequest(name: string, change: Partial<CollectionRequest> = {}): CollectionRequest {
  return {
    name,
    notes: '',
    draft: {
      api: 'payu',
      template: 'refund',
      operation: 'refund',
      method: 'POST',
      url: '{{payu.baseUrl}}/api/v2_1/orders/{{payu.orderId}}/refunds',
      headers: [
        ['Content-Type', 'application/json'],
        ['Authorization', 'Bearer {{payu.accessToken}}'],
      ],
      body: { kind: 'text', language: 'json', text: '{\n  "amount": 1.00\n}\n' },
    },
    checks: [],
    captures: [],
    ...change,
  };
}
