import { describe, expect, it } from 'vitest';

import { nodeCrypto } from '../../../electron/adapters/node-crypto.ts';
import type { LoginStep } from '../../../shared/definition/authentication.ts';
import { prepareLoginStep } from '../../../shared/engine/prepare-login-step.ts';
import { scopeOf } from '../support/scope-of.ts';

const step: LoginStep = {
  id: 'login',
  title: 'Log in',
  method: 'POST',
  url: '{{demo.baseUrl}}/login',
  headers: [['X-A', 'b']],
  body: { kind: 'form', fields: [{ name: 'user', value: '{{demo.user}}' }], main: null },
  read: () => null,
};
const basic = { user: 'demo.user', password: 'demo.word' };
const address = { 'demo.baseUrl': 'https://pay.example' };

describe('a login step', () => {
  it('is written out like any request', () => {
    const prepared = prepareLoginStep(step, scopeOf({ ...address, 'demo.user': 'a b' }), nodeCrypto);
    expect(prepared).toMatchObject({
      ok: true,
      value: {
        parts: {
          method: 'POST',
          url: 'https://pay.example/login',
          headers: [['X-A', 'b']],
          body: 'user=a+b',
        },
      },
    });
  });

  it('has Basic credentials in UTF-8 after its own headers', () => {
    const scope = scopeOf({ ...address, 'demo.user': 'üser' }, { 'demo.word': 'wörd:{{x}}€' });
    const prepared = prepareLoginStep({ ...step, basic }, scope, nodeCrypto);
    const expected = Buffer.from('üser:wörd:{{x}}€').toString('base64');
    expect(prepared.ok ? prepared.value.parts.headers : prepared).toEqual([
      ['X-A', 'b'],
      ['Authorization', `Basic ${expected}`],
    ]);
  });

  it.each([
    ['missing', scopeOf({ ...address, 'demo.user': 'a' }), 'unresolved-variable'],
    ['empty', scopeOf({ ...address, 'demo.user': 'a' }, { 'demo.word': '' }), 'empty-variable'],
  ])('is not prepared where a credential is %s', (_title, scope, code) => {
    expect(prepareLoginStep({ ...step, basic }, scope, nodeCrypto)).toMatchObject({
      ok: false,
      error: [{ code, place: { part: 'header', name: 'Authorization' } }],
    });
  });
});
