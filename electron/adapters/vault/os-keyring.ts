import { setTimeout } from 'node:timers/promises';

import type { AsyncEntry as Entry } from '@napi-rs/keyring';

import { fail, ok, type Result } from '../../../shared/model/result.ts';

/** Why the keyring did not do what it was asked: there is none, it is locked, or it says nothing. */
export type KeyringFault = { readonly kind: 'missing' | 'locked' | 'silent'; readonly reason: string };

/** The keyring of the system, one entry for each vault. */
export type Keyring = {
  /** `null` where it holds no such entry. Waits so many milliseconds for a person to answer its prompt. */
  read(account: string, wait?: number): Promise<Result<Uint8Array | null, KeyringFault>>;
  write(account: string, secret: Uint8Array): Promise<Result<null, KeyringFault>>;
  remove(account: string): Promise<Result<null, KeyringFault>>;
};

const service = 'Refund Workbench';

/** Milliseconds for a person to answer the keyring's own prompt. */
const patience = 60_000;

/** The real keyring: Keychain, Credential Manager, or the Secret Service of a Linux desktop. */
export const osKeyring: Keyring = {
  read: (account, wait = patience) =>
    ask(account, wait, async (entry) => {
      const secret = await entry.getSecret();
      return secret === null ? null : Uint8Array.from(secret);
    }),
  write: (account, secret) =>
    ask(account, patience, async (entry) => {
      await entry.setSecret(secret);
      return null;
    }),
  remove: (account) =>
    ask(account, patience, async (entry) => {
      await entry.deleteCredential();
      return null;
    }),
};

async function ask<Value>(
  account: string,
  wait: number,
  action: (entry: Entry) => Promise<Value>,
): Promise<Result<Value, KeyringFault>> {
  const timer = new AbortController();
  try {
    // Loaded only when it is asked for: where its binary is missing, everything else still works.
    const { AsyncEntry } = await import('@napi-rs/keyring');
    // The kernel's keyring, its fallback on Linux, forgets everything at the next start of the machine.
    const entry = new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
    const silence = setTimeout(wait, fail(silent), { signal: timer.signal });
    silence.catch(() => undefined);
    return await Promise.race([action(entry).then((value) => ok(value)), silence]);
  } catch (error) {
    return fail(faultOf((error as Error).message));
  } finally {
    timer.abort();
  }
}

const silent: KeyringFault = { kind: 'silent', reason: 'it did not answer in time' };

function faultOf(message: string): KeyringFault {
  if (/locked|dismissed|denied|interaction is not allowed/i.test(message)) {
    return { kind: 'locked', reason: 'it is locked' };
  }
  if (/no result found/i.test(message)) return { kind: 'missing', reason: 'it has nowhere to keep a key' };
  if (/dbus|service.?unknown|not provided by any/i.test(message)) {
    return { kind: 'missing', reason: 'no keyring answers in this session' };
  }
  return { kind: 'missing', reason: 'it cannot be used on this machine' };
}
