import type { SecretStoreOptions } from '../../electron/adapters/vault/create-secret-store.ts';
import type { Keyring, KeyringFault } from '../../electron/adapters/vault/os-keyring.ts';
import { fail, ok } from '../../shared/model/result.ts';

/** Passphrases that cost nothing, and no keyring. */
export const cheapVault: Required<Pick<SecretStoreOptions, 'keyring' | 'cost'>> = {
  cost: { n: 2, r: 1, p: 1 },
  keyring: brokenKeyring({ kind: 'missing', reason: 'no keyring answers in this session' }),
};

/** A keyring in memory; `fault` makes it refuse from then on. */
export type MemoryKeyring = Keyring & {
  readonly entries: Map<string, Uint8Array>;
  fault: KeyringFault | null;
};

export function createMemoryKeyring(): MemoryKeyring {
  const entries = new Map<string, Uint8Array>();
  const keyring: MemoryKeyring = {
    entries,
    fault: null,
    read: async (account) =>
      keyring.fault === null ? ok(entries.get(account) ?? null) : fail(keyring.fault),
    write: async (account, secret) => {
      if (keyring.fault !== null) return fail(keyring.fault);
      entries.set(account, Uint8Array.from(secret));
      return ok(null);
    },
    remove: async (account) => {
      if (keyring.fault !== null) return fail(keyring.fault);
      entries.delete(account);
      return ok(null);
    },
  };
  return keyring;
}

export function brokenKeyring(fault: KeyringFault): Keyring {
  return {
    ...createMemoryKeyring(),
    read: async () => fail(fault),
    write: async () => fail(fault),
    remove: async () => fail(fault),
  };
}
