import { expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { checkHostClass } from '../../../shared/engine/check-host-class.ts';

const presets = apis.flatMap((api) => api.presets);

it.each(presets)(
  '$title in an environment of the other class is told',
  ({ title, environmentClass, baseUrl }) => {
    const other = environmentClass === 'test' ? 'production' : 'test';
    expect(checkHostClass(apis, environmentClass, baseUrl)).toBeNull();
    const problem = checkHostClass(apis, other, `${baseUrl}/some/path?with=more`);
    expect(problem?.message).toContain(
      `is known as ${title}, but this environment is of the class ${other}.`,
    );
  },
);

it('says what it would lead to', () => {
  expect(checkHostClass(apis, 'test', 'https://API.payu.in')).toEqual({
    code: 'bad-environment',
    message:
      'api.payu.in is known as PayU production, but this environment is of the class test. Real money would move.',
    remedy: 'Change the class of the environment or its base URL.',
  });
  expect(checkHostClass(apis, 'production', 'https://demo-api.frontpayment.no/')?.message).toContain(
    'No real refund would be made.',
  );
});

it.each([
  'https://pay.example',
  'http://127.0.0.1:4010/payu',
  '{{payu.baseUrl}}',
  '',
  'api.payu.in',
  'https://',
])('has nothing to say of %j', (address) => {
  expect(checkHostClass(apis, 'test', address)).toBeNull();
  expect(checkHostClass(apis, 'production', address)).toBeNull();
});

it('does not take a host that only ends alike for a known one', () => {
  expect(checkHostClass(apis, 'test', 'https://not-api.payu.in')).toBeNull();
});
