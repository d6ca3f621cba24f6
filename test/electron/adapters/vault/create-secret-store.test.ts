import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { inspect } from 'node:util';
import { assert, asyncProperty, constantFrom, oneof, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { openTestVault, passphrase, refusalOf, secretOf, valueOf } from '../../../support/open-test-vault.ts';
import { readAll, tracesOf } from '../../../support/traces-of.ts';

const given = { REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD: 'invented-from-outside' };

const behindPassphrase = { kind: 'passphrase', passphrase } as const;

describe('without a vault', () => {
  it('holds a secret for its environment and name only, and writes nothing', () => {
    const { store, folder } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', 'invented'));
    expect(secretOf(store, 'staging', 'payu.accessToken')).toBe('invented');
    expect(secretOf(store, 'production', 'payu.accessToken')).toBeNull();
    expect(secretOf(store, 'staging', 'payu.clientSecret')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('forgets them when the program ends', async () => {
    const { store, reopen } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', 'invented'));
    expect(secretOf(reopen(), 'staging', 'payu.accessToken')).toBeNull();
    expect(await store.vault.describe()).toEqual({ state: 'none' });
  });

  it('clears a secret, and clearing what is not there does nothing', () => {
    const { store } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', 'invented'));
    valueOf(store.clear('staging', 'payu.accessToken'));
    valueOf(store.clear('nowhere', 'payu.accessToken'));
    expect(secretOf(store, 'staging', 'payu.accessToken')).toBeNull();
  });
});

describe('a secret that the program was started with', () => {
  it('is read from REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD, in any environment', () => {
    const { store } = openTestVault(given);
    expect(secretOf(store, 'staging', 'luminate.loginPassword')).toBe('invented-from-outside');
    expect(secretOf(store, 'production', 'luminate.loginPassword')).toBe('invented-from-outside');
    expect(secretOf(store, 'staging', 'luminate.loginName')).toBeNull();
  });

  it('has every character of its name that is no letter or digit as an underscore', () => {
    const { store } = openTestVault({ REFUND_WORKBENCH_SECRET_FRONT_PAYMENT_TOKEN: 'invented' });
    expect(secretOf(store, 'any', 'front-payment.token')).toBe('invented');
  });

  it.each(['none', 'vault'])('gives way to what was set, until that is cleared (%s)', async (kind) => {
    const { store } = openTestVault(given);
    if (kind === 'vault') valueOf(await store.vault.create(behindPassphrase));
    valueOf(store.set('staging', 'luminate.loginPassword', 'invented-by-hand'));
    expect(secretOf(store, 'staging', 'luminate.loginPassword')).toBe('invented-by-hand');
    valueOf(store.clear('staging', 'luminate.loginPassword'));
    expect(secretOf(store, 'staging', 'luminate.loginPassword')).toBe('invented-from-outside');
  });

  it('never stands in for one that is in a locked vault', async () => {
    const { store, reopen } = openTestVault(given);
    valueOf(await store.vault.create(behindPassphrase));
    valueOf(store.set('staging', 'luminate.loginPassword', 'invented-by-hand'));
    const locked = reopen();
    expect(refusalOf(locked.get('staging', 'luminate.loginPassword'))).toContain(
      'The secret luminate.loginPassword cannot be taken from the vault. The vault is locked',
    );
    expect(secretOf(locked, 'production', 'luminate.loginPassword')).toBe('invented-from-outside');
  });

  it('is shown by no careless output', () => {
    const secret = valueOf(openTestVault(given).store.get('any', 'luminate.loginPassword'));
    const outputs = [
      JSON.stringify({ secret }),
      String(secret),
      inspect(secret, { depth: 5, showHidden: true }),
    ];
    for (const output of outputs) expect(output).not.toContain('invented-from-outside');
  });
});

describe('what is told of a secret', () => {
  it.each([
    ['', null],
    ['1234567', null],
    ['12345678', '5678'],
    ['abcdefg😀😀😀', 'g😀😀😀'],
  ])('%j ends with %j', (value, lastFour) => {
    const { store } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', value));
    expect(store.list('staging')).toEqual([{ name: 'payu.accessToken', lastFour }]);
    expect(store.list('production')).toEqual([]);
  });

  it('of a locked vault the names are told and no end', async () => {
    const { store, reopen } = openTestVault();
    valueOf(await store.vault.create(behindPassphrase));
    valueOf(store.set('staging', 'payu.accessToken', 'invented-value'));
    expect(reopen().list('staging')).toEqual([{ name: 'payu.accessToken', lastFour: null }]);
  });
});

describe('a vault', () => {
  it('is a file for this user only, and the one before is kept beside it', async () => {
    const { store, folder, path } = openTestVault();
    valueOf(await store.vault.create(behindPassphrase));
    const first = readFileSync(path, 'utf8');
    valueOf(store.set('staging', 'payu.accessToken', 'invented'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${folder}/.vault.json.previous`, 'utf8')).toBe(first);
    expect(statSync(`${folder}/.vault.json.previous`).mode & 0o777).toBe(0o600);
  });

  it('takes in the secrets of the session', async () => {
    const { store, reopen } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', 'invented'));
    valueOf(store.set('sandbox', 'payu.clientSecret', 'invented too'));
    valueOf(await store.vault.create(behindPassphrase));
    const next = reopen();
    valueOf(await next.vault.unlock(passphrase));
    expect(secretOf(next, 'staging', 'payu.accessToken')).toBe('invented');
    expect(secretOf(next, 'sandbox', 'payu.clientSecret')).toBe('invented too');
  });

  it('gives back any text exactly, and no file holds it in any encoding', async () => {
    const { store, reopen, folder } = openTestVault();
    valueOf(await store.vault.create(behindPassphrase));
    const text = oneof(
      string({ unit: 'binary', maxLength: 300 }),
      string({ unit: 'grapheme' }),
      constantFrom('', '\uD800', '-----BEGIN KEY-----\nx\n'),
    );
    await assert(
      asyncProperty(tuple(string(), string(), text), async ([environment, name, value]) => {
        const secret = `${value}#invented#`;
        valueOf(store.set(environment, name, secret));
        const next = reopen();
        valueOf(await next.vault.unlock(passphrase));
        expect(secretOf(next, environment, name)).toBe(secret);
        expect(tracesOf({ secret: secret.toWellFormed(), tail: '#invented#' }, readAll(folder))).toEqual([]);
        valueOf(store.clear(environment, name));
      }),
      { numRuns: 60 },
    );
  });

  it('holds neither its passphrase nor its recovery key', async () => {
    const { store, folder } = openTestVault();
    const recoveryKey = valueOf(await store.vault.create(behindPassphrase));
    const plain = recoveryKey.replaceAll('-', '');
    expect(tracesOf({ passphrase, recoveryKey, plain }, readAll(folder))).toEqual([]);
  });

  it('is not made twice', async () => {
    const { store, reopen, read } = openTestVault();
    valueOf(await store.vault.create(behindPassphrase));
    const before = read();
    expect(refusalOf(await store.vault.create({ kind: 'keyring' }))).toBe('There is a vault already.');
    expect(refusalOf(await reopen().vault.create(behindPassphrase))).toBe('There is a vault already.');
    expect(read()).toBe(before);
  });

  it('is not made with a short passphrase, counted in characters', async () => {
    const { store, path } = openTestVault();
    const short = await store.vault.create({ kind: 'passphrase', passphrase: '😀'.repeat(11) });
    expect(refusalOf(short)).toBe('The passphrase has fewer than 12 characters.');
    expect(existsSync(path)).toBe(false);
    valueOf(await store.vault.create({ kind: 'passphrase', passphrase: '😀'.repeat(12) }));
  });

  it('opens with its passphrase however the keyboard writes é', async () => {
    const { store, reopen } = openTestVault();
    valueOf(await store.vault.create({ kind: 'passphrase', passphrase: 'caf\u00E9 caf\u00E9 caf\u00E9' }));
    valueOf(await reopen().vault.unlock('cafe\u0301 cafe\u0301 cafe\u0301'));
  });
});
