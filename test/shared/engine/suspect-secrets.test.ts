import { describe, expect, it } from 'vitest';

import { apis } from '../../../shared/apis/registry.ts';
import { sandboxes } from '../../../shared/apis/sandboxes.ts';
import { suspectSecrets } from '../../../shared/engine/suspect-secrets.ts';

const specs = apis.flatMap(({ variables }) => variables);

const isSuspect = (name: string, value: string): boolean =>
  suspectSecrets([{ name, value }], specs).length > 0;

describe('what looks like a secret', () => {
  it.each([
    ['payu.clientSecret', 'x'],
    ['payu.merchantId', 'Bearer abcdef0123'],
    ['payu.merchantId', 'q7Gx2VbN8rTz4LmK1pWs'],
    ['notes', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
    ['acme.password', 'short'],
    ['acme.apiKey', 'short'],
    ['API_TOKEN', 'short'],
    ['acme', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.invented-0123'],
  ])('%s = %j', (name, value) => expect(isSuspect(name, value)).toBe(true));
});

describe('what does not', () => {
  it.each([
    ['payu.clientSecret', ''],
    ['acme.password', '{{payu.clientSecret}}'],
    ['payu.baseUrl', 'https://q7Gx2VbN8rTz4LmK1pWs.example.org/v1'],
    ['payu.merchantId', '8238480'],
    ['payu.payuId', '403993715529606983'],
    ['order', '34669703-f5b3-11e7-a6ac-0cc47a352510'],
    ['host', 'test-partnerapilayer2.payu-india.example.com'],
    ['monkey', 'banana'],
    ['reason', 'The customer changed their mind after 3 days'],
  ])('%s = %j', (name, value) => expect(isSuspect(name, value)).toBe(false));

  it('is any plain value of a demo account', () => {
    const plain = [...sandboxes.values()].flatMap(({ variables }) =>
      Object.entries(variables).map(([name, value]) => ({ name, value })),
    );
    const secret = new Set(specs.filter((spec) => spec.secret).map(({ name }) => name));
    expect(plain.length).toBeGreaterThan(5);
    expect(
      suspectSecrets(
        plain.filter(({ name }) => !secret.has(name)),
        specs,
      ),
    ).toEqual([]);
  });
});
