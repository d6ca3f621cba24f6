import { expect, it } from 'vitest';

import { api } from '../../../../shared/apis/edubrite/index.ts';
import { effectOf } from '../../support/prepared-template.ts';

it('says that people are removed from what they bought, that a coupon is voided, and that no money moves', () => {
  const { sentences, cautions } = effectOf(api, 'refund-group');
  expect(sentences[0]).toContain('invoice 5d0a2c40-f5b4-11e7-8c3e-02420a0b0c0d');
  expect(sentences[0]).toContain('always the whole invoice');
  expect(sentences[1]).toContain('the person is removed from the course session or program session');
  expect(sentences[2]).toBe(
    'A group purchase: its coupon is voided, and everybody who enrolled with it is removed.',
  );
  expect(cautions[1]).toContain('most likely moves no money');
});
