import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { KeyringFault } from '../../../../electron/adapters/vault/os-keyring.ts';
import type { GuardChoice } from '../../../../shared/model/vault.ts';
import {
  openTestVault,
  passphrase,
  refusalOf,
  secretOf,
  type TestVault,
  valueOf,
} from '../../../support/open-test-vault.ts';

const behindPassphrase: GuardChoice = { kind: 'passphrase', passphrase };
const another: GuardChoice = { kind: 'passphrase', passphrase: 'another invented one' };
const inKeyring: GuardChoice = { kind: 'keyring' };

type Made = TestVault & { readonly recoveryKey: string };

/** A vault with two secrets in it. */
async function makeVault(choice: GuardChoice): Promise<Made> {
  const made = openTestVault();
  const recoveryKey = valueOf(await made.store.vault.create(choice));
  valueOf(made.store.set('staging', 'payu.accessToken', 'first invented'));
  valueOf(made.store.set('production', 'payu.accessToken', 'second invented'));
  return { ...made, recoveryKey };
}

function expectBoth(store: TestVault['store']): void {
  expect(secretOf(store, 'staging', 'payu.accessToken')).toBe('first invented');
  expect(secretOf(store, 'production', 'payu.accessToken')).toBe('second invented');
}

describe('behind a passphrase', () => {
  it('is locked at the next start until the passphrase comes', async () => {
    const { reopen } = await makeVault(behindPassphrase);
    const next = reopen();
    expect(await next.vault.describe()).toMatchObject({
      state: 'locked',
      guard: 'passphrase',
      problem: { code: 'vault', message: 'The vault is locked: its passphrase was not entered yet.' },
      ways: ['unlock', 'recover'],
    });
    valueOf(await next.vault.unlock(passphrase));
    expect(await next.vault.describe()).toEqual({ state: 'unlocked', guard: 'passphrase', problems: [] });
    expectBoth(next);
  });

  it.each(['', 'Invented passphrase', `${passphrase} `])('does not open with %j', async (wrong) => {
    const { reopen } = await makeVault(behindPassphrase);
    const next = reopen();
    expect(refusalOf(await next.vault.unlock(wrong))).toBe('The passphrase does not open the vault.');
    expect((await next.vault.describe()).state).toBe('locked');
    valueOf(await next.vault.unlock(passphrase));
    expectBoth(next);
  });

  it('refuses a secret while it is locked, and keeps it nowhere else', async () => {
    const { reopen, read } = await makeVault(behindPassphrase);
    const before = read();
    const next = reopen();
    expect(refusalOf(next.set('staging', 'payu.clientSecret', 'invented'))).toBe(
      'The secret payu.clientSecret was not kept. The vault is locked: its passphrase was not entered yet.',
    );
    expect(refusalOf(next.clear('staging', 'payu.accessToken'))).toContain(
      'payu.accessToken was not removed.',
    );
    expect(read()).toBe(before);
    valueOf(await next.vault.unlock(passphrase));
    expect(secretOf(next, 'staging', 'payu.clientSecret')).toBeNull();
  });

  it('can be locked by hand and opened again', async () => {
    const { store } = await makeVault(behindPassphrase);
    store.vault.lock();
    expect(refusalOf(store.get('staging', 'payu.accessToken'))).toContain('The vault is locked.');
    valueOf(await store.vault.unlock(passphrase));
    expectBoth(store);
  });

  it('can get another passphrase; the one before opens nothing, not even the copy beside it', async () => {
    const { store, reopen, folder, path } = await makeVault(behindPassphrase);
    const records = (JSON.parse(readFileSync(path, 'utf8')) as { records: unknown }).records;
    valueOf(await store.vault.rewrap(another));
    expectBoth(store);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ records });
    expect(readFileSync(join(folder, '.vault.json.previous'), 'utf8')).toBe(readFileSync(path, 'utf8'));
    const next = reopen();
    refusalOf(await next.vault.unlock(passphrase));
    valueOf(await next.vault.unlock('another invented one'));
    expectBoth(next);
  });

  it('gets no new guard while it is locked', async () => {
    const { reopen, read } = await makeVault(behindPassphrase);
    const before = read();
    refusalOf(await reopen().vault.rewrap(another));
    refusalOf(reopen().vault.renewRecoveryKey());
    expect(read()).toBe(before);
  });
});

describe('in the keyring', () => {
  it('opens by itself at the next start', async () => {
    const { reopen, keyring } = await makeVault(inKeyring);
    const next = reopen();
    expect(await next.vault.describe()).toEqual({ state: 'unlocked', guard: 'keyring', problems: [] });
    expectBoth(next);
    expect(keyring.entries.size).toBe(1);
  });

  const faults: readonly KeyringFault[] = [
    { kind: 'missing', reason: 'no keyring answers in this session' },
    { kind: 'locked', reason: 'it is locked' },
    { kind: 'silent', reason: 'it did not answer in time' },
  ];

  it.each(faults)('is locked where the keyring is $kind, and opens when it is there again', async (fault) => {
    const { reopen, keyring, read } = await makeVault(inKeyring);
    const before = read();
    keyring.fault = fault;
    const next = reopen();
    const locked = await next.vault.describe();
    expect(locked).toMatchObject({ state: 'locked', guard: 'keyring', ways: ['unlock', 'recover'] });
    expect(locked.state === 'locked' && locked.problem.message).toContain(fault.reason);
    expect(refusalOf(next.set('staging', 'payu.accessToken', 'x'))).toContain('was not kept');
    keyring.fault = null;
    expect((await next.vault.describe()).state).toBe('locked');
    valueOf(await next.vault.unlock(null));
    expectBoth(next);
    expect(read()).toBe(before);
  });

  it('is locked where the keyring does not hold its key, or holds another', async () => {
    const { reopen, keyring } = await makeVault(inKeyring);
    const [account = ''] = [...keyring.entries.keys()];
    keyring.entries.set(account, new Uint8Array(32));
    expect(await reopen().vault.describe()).toMatchObject({
      problem: { message: 'The vault is locked: the system keyring holds a key that does not open it.' },
    });
    keyring.entries.set(account, new Uint8Array(3));
    expect((await reopen().vault.describe()).state).toBe('locked');
    keyring.entries.clear();
    expect(await reopen().vault.describe()).toMatchObject({
      problem: { message: 'The vault is locked: the system keyring holds no key for it.' },
    });
  });

  it.each(faults)('is not made where the keyring is $kind', async (fault) => {
    const { store, keyring, path } = openTestVault();
    keyring.fault = fault;
    expect(refusalOf(await store.vault.create(inKeyring))).toBe(
      `The system keyring cannot guard the vault: ${fault.reason}.`,
    );
    expect(existsSync(path)).toBe(false);
    expect(await store.vault.describe()).toEqual({ state: 'none' });
  });

  it('moves behind a passphrase and back; the keyring then holds nothing, or the key again', async () => {
    const { store, keyring, reopen } = await makeVault(inKeyring);
    valueOf(await store.vault.rewrap(behindPassphrase));
    expect(keyring.entries.size).toBe(0);
    const next = reopen();
    expect((await next.vault.describe()).state).toBe('locked');
    valueOf(await next.vault.unlock(passphrase));
    expectBoth(next);
    valueOf(await next.vault.rewrap(inKeyring));
    expect(keyring.entries.size).toBe(1);
    const last = reopen();
    expect((await last.vault.describe()).state).toBe('unlocked');
    expectBoth(last);
  });

  it('says so where the key cannot be removed from the keyring; the vault is behind the passphrase all the same', async () => {
    const { store, keyring, reopen } = await makeVault(inKeyring);
    keyring.fault = { kind: 'locked', reason: 'it is locked' };
    expect(refusalOf(await store.vault.rewrap(behindPassphrase))).toContain('could not be removed');
    valueOf(await reopen().vault.unlock(passphrase));
  });

  it('stays behind its passphrase where the keyring takes nothing', async () => {
    const { store, keyring, reopen, read } = await makeVault(behindPassphrase);
    const before = read();
    keyring.fault = { kind: 'locked', reason: 'it is locked' };
    refusalOf(await store.vault.rewrap(inKeyring));
    expect(read()).toBe(before);
    valueOf(await reopen().vault.unlock(passphrase));
  });

  it('is locked by hand until somebody opens it, not by itself', async () => {
    const { store } = await makeVault(inKeyring);
    store.vault.lock();
    expect((await store.vault.describe()).state).toBe('locked');
    valueOf(await store.vault.unlock(null));
    expect((await store.vault.describe()).state).toBe('unlocked');
  });
});

describe('the recovery key', () => {
  it.each([
    ['a forgotten passphrase', behindPassphrase, another],
    ['a lost keyring entry', inKeyring, inKeyring],
    ['a lost keyring, with a passphrase', inKeyring, behindPassphrase],
  ])('mends %s; the secrets stay', async (_what, before, after) => {
    const { reopen, keyring, recoveryKey } = await makeVault(before);
    keyring.entries.clear();
    const next = reopen();
    expect((await next.vault.describe()).state).toBe('locked');
    valueOf(await next.vault.recover(recoveryKey, after));
    expectBoth(next);
    const last = reopen();
    if (after.kind === 'passphrase') valueOf(await last.vault.unlock(after.passphrase));
    expect((await last.vault.describe()).state).toBe('unlocked');
    expectBoth(last);
  });

  it('that is mistyped or of another vault opens nothing and changes nothing', async () => {
    const { reopen, read, recoveryKey } = await makeVault(behindPassphrase);
    const foreign = (await makeVault(behindPassphrase)).recoveryKey;
    const before = read();
    const last = recoveryKey.endsWith('0') ? '1' : '0';
    const recover = async (text: string): Promise<string> =>
      refusalOf(await reopen().vault.recover(text, another));
    expect(await recover(recoveryKey.slice(0, -1) + last)).toContain('something was mistyped');
    expect(await recover('short')).toContain('too short or too long');
    expect(await recover(foreign)).toContain('it is not that of this vault');
    expect(read()).toBe(before);
  });

  it('opens nothing where the new passphrase is too short', async () => {
    const { reopen, recoveryKey } = await makeVault(behindPassphrase);
    const next = reopen();
    refusalOf(await next.vault.recover(recoveryKey, { kind: 'passphrase', passphrase: 'short' }));
    expect((await next.vault.describe()).state).toBe('locked');
  });

  it('made anew opens the vault, and the one before opens nothing', async () => {
    const { store, reopen, recoveryKey } = await makeVault(behindPassphrase);
    const renewed = valueOf(store.vault.renewRecoveryKey());
    refusalOf(await reopen().vault.recover(recoveryKey, another));
    const next = reopen();
    valueOf(await next.vault.recover(renewed, another));
    expectBoth(next);
  });
});

describe('a damaged file', () => {
  it.each([
    ['is not JSON', () => '{"version": "1", '],
    ['is empty', () => ''],
    ['has no check', (text: string) => text.replace('"check"', '"chuck"')],
    ['has no number as version', (text: string) => text.replace('"version": "1"', '"version": null')],
    ['asks for an absurd passphrase cost', (text: string) => text.replace('"n": 2', '"n": 1e12')],
    ['asks for an impossible passphrase cost', (text: string) => text.replace('"n": 2', '"n": 3')],
  ])('that %s is set aside, told, and never replaced by session secrets', async (_what, damage) => {
    const { reopen, folder, path, read } = await makeVault(behindPassphrase);
    const damaged = damage(read());
    writeFileSync(path, damaged);
    for (const store of [reopen(), reopen()]) {
      expect(await store.vault.describe()).toMatchObject({ state: 'locked', guard: null, ways: ['create'] });
      expect(refusalOf(store.set('staging', 'payu.accessToken', 'x'))).toContain('was not kept');
      expect(refusalOf(store.get('staging', 'payu.accessToken'))).toContain('damaged');
      expect(secretOf(store, 'sandbox', 'payu.accessToken')).toBeNull();
    }
    expect(readFileSync(join(folder, 'vault.json.damaged-1'), 'utf8')).toBe(damaged);
    writeFileSync(path, readFileSync(join(folder, '.vault.json.previous')));
    const mended = reopen();
    valueOf(await mended.vault.unlock(passphrase));
    expect(secretOf(mended, 'staging', 'payu.accessToken')).toBe('first invented');
  });

  it('that was set aside may be followed by a new vault', async () => {
    const { reopen, folder, path } = await makeVault(behindPassphrase);
    writeFileSync(path, 'nonsense');
    const next = reopen();
    await next.vault.describe();
    valueOf(await next.vault.create(inKeyring));
    expect((await next.vault.describe()).state).toBe('unlocked');
    expect(readdirSync(folder)).toContain('vault.json.damaged-1');
  });

  it('of a newer workbench is left alone and locks', async () => {
    const { reopen, edit, read, folder } = await makeVault(behindPassphrase);
    edit((file) => ({ ...file, version: '2', news: true }));
    const before = read();
    const next = reopen();
    expect(await next.vault.describe()).toMatchObject({ state: 'locked', ways: [] });
    expect(refusalOf(await next.vault.unlock(passphrase))).toContain('newer workbench');
    expect(refusalOf(next.set('staging', 'payu.accessToken', 'x'))).toContain('newer workbench');
    refusalOf(await next.vault.create(inKeyring));
    expect(read()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('with one damaged record loses no other, tells which, and keeps it until it is entered again', async () => {
    const { reopen, edit, read } = await makeVault(behindPassphrase);
    edit(({ records }) => {
      const [first] = records;
      if (first !== undefined) first.value.data = first.value.data.replace(/^.{4}/, 'AAAA');
    });
    const next = reopen();
    valueOf(await next.vault.unlock(passphrase));
    expect(secretOf(next, 'production', 'payu.accessToken')).toBe('second invented');
    expect(refusalOf(next.get('staging', 'payu.accessToken'))).toContain('is damaged in the vault');
    expect(await next.vault.describe()).toMatchObject({
      state: 'unlocked',
      problems: [{ place: { part: 'variable', name: 'payu.accessToken' } }],
    });
    valueOf(next.set('production', 'payu.clientSecret', 'third'));
    expect(read()).toContain('"AAAA');
    valueOf(next.set('staging', 'payu.accessToken', 'again'));
    expect(await next.vault.describe()).toMatchObject({ problems: [] });
  });

  it('with a record that is none keeps it and says so', async () => {
    const { reopen, edit, read } = await makeVault(behindPassphrase);
    edit((file) => ({ ...file, records: [...file.records, { odd: 'thing' }] }));
    const next = reopen();
    valueOf(await next.vault.unlock(passphrase));
    expectBoth(next);
    expect(await next.vault.describe()).toMatchObject({ problems: [{ code: 'vault' }] });
    valueOf(next.set('staging', 'payu.clientSecret', 'third'));
    expect(read()).toContain('"odd": "thing"');
  });

  it('in which two values were swapped opens neither of them', async () => {
    const { reopen, edit } = await makeVault(behindPassphrase);
    edit((file) => {
      const [first, second] = file.records;
      if (first === undefined || second === undefined) throw new Error('There are two');
      [first.value, second.value] = [second.value, first.value];
    });
    const next = reopen();
    valueOf(await next.vault.unlock(passphrase));
    refusalOf(next.get('staging', 'payu.accessToken'));
    refusalOf(next.get('production', 'payu.accessToken'));
  });

  it('with the value of another vault does not open it', async () => {
    const other = await makeVault(behindPassphrase);
    const { reopen, edit } = await makeVault(behindPassphrase);
    const foreign = (JSON.parse(other.read()) as { records: unknown[] }).records;
    edit((file) => ({ ...file, records: foreign }));
    const next = reopen();
    valueOf(await next.vault.unlock(passphrase));
    refusalOf(next.get('staging', 'payu.accessToken'));
  });
});

describe('another program', () => {
  it('is heard at the next look', async () => {
    const { store, reopen } = await makeVault(behindPassphrase);
    const other = reopen();
    valueOf(await other.vault.unlock(passphrase));
    valueOf(other.set('staging', 'payu.accessToken', 'changed'));
    expect(secretOf(store, 'staging', 'payu.accessToken')).toBe('changed');
    valueOf(store.set('staging', 'payu.clientSecret', 'new'));
    expect(secretOf(other, 'staging', 'payu.clientSecret')).toBe('new');
  });

  it('that changes the passphrase locks nobody out who is in', async () => {
    const { store, reopen } = await makeVault(behindPassphrase);
    const other = reopen();
    valueOf(await other.vault.unlock(passphrase));
    valueOf(await other.vault.rewrap(another));
    expectBoth(store);
    valueOf(store.set('staging', 'payu.clientSecret', 'new'));
    const last = reopen();
    valueOf(await last.vault.unlock('another invented one'));
    expect(secretOf(last, 'staging', 'payu.clientSecret')).toBe('new');
  });

  it('that makes a vault of its own locks this one, and nothing is sealed with the wrong key', async () => {
    const { store, path } = await makeVault(behindPassphrase);
    const other = await makeVault(another);
    writeFileSync(path, other.read());
    expect(refusalOf(store.set('staging', 'payu.clientSecret', 'x'))).toContain(
      'another vault took its place',
    );
    valueOf(await store.vault.unlock('another invented one'));
    expectBoth(store);
  });

  it('that makes the vault while this one has secrets of the session hides none of them', async () => {
    const { store, reopen } = openTestVault();
    valueOf(store.set('staging', 'payu.accessToken', 'of the session'));
    valueOf(await reopen().vault.create(inKeyring));
    expect((await store.vault.describe()).state).toBe('unlocked');
    expect(secretOf(store, 'staging', 'payu.accessToken')).toBe('of the session');
    valueOf(store.set('staging', 'payu.accessToken', 'kept'));
    const next = reopen();
    await next.vault.describe();
    expect(secretOf(next, 'staging', 'payu.accessToken')).toBe('kept');
  });
});

describe('a disk that does not take it', () => {
  it.skipIf(process.platform !== 'linux')('is full: a sentence says so and nothing is lost', async () => {
    const { store, folder, read } = await makeVault(behindPassphrase);
    const before = read();
    const fill = (): void => symlinkSync('/dev/full', join(folder, `.vault.json.${process.pid}.tmp`));
    fill();
    expect(refusalOf(store.set('staging', 'payu.clientSecret', 'x'))).toContain('the disk is full');
    fill();
    expect(refusalOf(await store.vault.rewrap(another))).toContain('the disk is full');
    expect(read()).toBe(before);
    expectBoth(store);
  });

  it('cannot be locked for writing: a sentence says so and nothing is lost', async () => {
    const { store, folder, read } = await makeVault(inKeyring);
    const before = read();
    rmSync(join(folder, 'vault.lock'));
    mkdirSync(join(folder, 'vault.lock'));
    expect(refusalOf(store.set('staging', 'payu.clientSecret', 'x'))).toContain(
      'it cannot be opened or created',
    );
    expect(read()).toBe(before);
    expectBoth(store);
  });

  it('takes no vault at its making: the keyring is left without a key', async () => {
    const { store, folder, keyring } = openTestVault();
    mkdirSync(join(folder, 'vault.lock'));
    refusalOf(await store.vault.create(inKeyring));
    expect(keyring.entries.size).toBe(0);
    expect(await store.vault.describe()).toEqual({ state: 'none' });
  });
});
