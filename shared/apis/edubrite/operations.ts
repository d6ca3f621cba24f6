import type { Operation } from '../../definition/operation.ts';
import { seed } from './sources.ts';

export const operations: readonly Operation[] = [
  {
    id: 'refund',
    title: 'Refund a purchase',
    method: 'POST',
    path: '/oltpublish/site/paymentTxnService.do',
    movesMoney: true,
    source: seed,
    body: {
      format: 'form',
      fields: [
        {
          name: 'dispatch',
          type: 'choice',
          required: true,
          choices: ['refund'],
          help: 'Names the action of the service; always refund here.',
          example: 'refund',
          source: seed,
        },
        {
          name: 'id',
          type: 'text',
          required: true,
          help: 'Invoice id of the original purchase. There is no amount: the whole invoice is refunded.',
          example: '34669703-f5b3-11e7-a6ac-0cc47a352510',
          source: seed,
        },
      ],
    },
  },
];
