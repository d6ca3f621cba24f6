import { expect, it } from 'vitest';

import { describeCredentials } from '../../../shared/engine/describe-credentials.ts';
import { draftOf, jsonBody, xmlForm } from '../support/prepared.ts';

it('a secret is found in the URL, in headers, in the body by its line, and in form fields', () => {
  const draft = draftOf({
    url: 'https://pay.example/{{ demo.key }}',
    headers: [
      ['Authorization', 'Bearer {{demo.token}}'],
      ['X-Key', '{{demo.key}}'],
    ],
    body: jsonBody('{\n  "key": "{{demo.key}}"\n}'),
  });
  expect(describeCredentials(draft, ['demo.token', 'demo.key', 'demo.salt'])).toEqual([
    { name: 'demo.token', places: ['Header Authorization'] },
    { name: 'demo.key', places: ['URL', 'Header X-Key', 'Body, line 2'] },
  ]);
  const form = draftOf({ body: xmlForm('<a/>', { api_key: '{{demo.key}}' }) });
  expect(describeCredentials(form, ['demo.key'])).toEqual([
    { name: 'demo.key', places: ['Form field api_key'] },
  ]);
});
