import { inspect } from 'node:util';
import { expect, it } from 'vitest';

import { createSessionSecretStore } from '../../../electron/adapters/session-secret-store.ts';

const given = { REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD: 'invented-from-outside' };

it('holds a secret for its environment and name only', () => {
  const store = createSessionSecretStore({});
  store.set('staging', 'payu.accessToken', 'invented');
  expect(store.get('staging', 'payu.accessToken')?.reveal()).toBe('invented');
  expect(store.get('production', 'payu.accessToken')).toBeNull();
  expect(store.get('staging', 'payu.clientSecret')).toBeNull();
});

it('reads luminate.loginPassword from REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD, in any environment', () => {
  const store = createSessionSecretStore(given);
  expect(store.get('staging', 'luminate.loginPassword')?.reveal()).toBe('invented-from-outside');
  expect(store.get('production', 'luminate.loginPassword')?.reveal()).toBe('invented-from-outside');
  expect(store.get('staging', 'luminate.loginName')).toBeNull();
});

it('writes every character that is no letter or digit as an underscore', () => {
  const store = createSessionSecretStore({ REFUND_WORKBENCH_SECRET_FRONT_PAYMENT_TOKEN: 'invented' });
  expect(store.get('any', 'front-payment.token')?.reveal()).toBe('invented');
});

it('lets what was set win over the variable, until it is cleared', () => {
  const store = createSessionSecretStore(given);
  store.set('staging', 'luminate.loginPassword', 'invented-by-hand');
  expect(store.get('staging', 'luminate.loginPassword')?.reveal()).toBe('invented-by-hand');
  store.clear('staging', 'luminate.loginPassword');
  expect(store.get('staging', 'luminate.loginPassword')?.reveal()).toBe('invented-from-outside');
});

it('clears a secret, and clearing what is not there does nothing', () => {
  const store = createSessionSecretStore({});
  store.set('staging', 'payu.accessToken', 'invented');
  store.clear('staging', 'payu.accessToken');
  store.clear('nowhere', 'payu.accessToken');
  expect(store.get('staging', 'payu.accessToken')).toBeNull();
});

it('tells names and never values', () => {
  const store = createSessionSecretStore(given);
  store.set('staging', 'payu.accessToken', 'invented');
  expect(store.names('staging')).toEqual(['payu.accessToken']);
  expect(store.names('production')).toEqual([]);
  expect(store.kind).toBe('session');
});

it('gives a secret that no careless output shows', () => {
  const secret = createSessionSecretStore(given).get('any', 'luminate.loginPassword');
  const outputs = [
    JSON.stringify({ secret }),
    String(secret),
    inspect(secret, { depth: 5, showHidden: true }),
  ];
  for (const output of outputs) expect(output).not.toContain('invented-from-outside');
});
