import { expect, it } from 'vitest';

import { api } from '../../../../shared/apis/payu/index.ts';
import { effectOf } from '../../support/prepared-template.ts';

it('says that PayU refunds or cancels, how much, and under which id', () => {
  const { sentences, cautions } = effectOf(api, 'cancel');
  expect(sentences).toEqual([
    'Refunds 750.00 INR of payment 17788074728, if it is captured; cancels the payment, if it is only authorised.',
    'PayU queues it as TICKET-4418-01 and settles later; ask for the status to see the end.',
  ]);
  expect(cautions[0]).toContain('refund or a cancellation');
});

it('says that the status call changes nothing', () => {
  expect(effectOf(api, 'refund-status').sentences[0]).toContain('Changes nothing.');
});
