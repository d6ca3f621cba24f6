import { expect, it } from 'vitest';

import { targetOf } from '../../../shared/engine/target-of.ts';

it('the target is the origin of the URL, one for every sandbox, and the text itself where it is no URL', () => {
  expect(targetOf('test', 'https://a.example:8443/x?y=1')).toBe('https://a.example:8443');
  expect(targetOf('sandbox', 'http://127.0.0.1:4010/payu')).toBe('sandbox');
  expect(targetOf('production', '{{payu.baseUrl}}/x')).toBe('{{payu.baseUrl}}/x');
});
