import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { GuardChoice, VaultDescription } from '../../shared/model/vault.ts';

/** What the page may do with the vault. Passphrases pass through and are kept nowhere. */
export type VaultState = {
  readonly vault: VaultDescription;
  /** Give the recovery key, which nobody can read again. */
  readonly create: (guard: GuardChoice) => Promise<Result<string, Problem>>;
  readonly renewRecoveryKey: () => Promise<Result<string, Problem>>;
  readonly unlock: (passphrase: string | null) => Promise<Problem | null>;
  readonly lock: () => Promise<void>;
  readonly rewrap: (guard: GuardChoice) => Promise<Problem | null>;
  readonly recover: (recoveryKey: string, guard: GuardChoice) => Promise<Problem | null>;
  readonly setVault: (vault: VaultDescription) => void;
};

export type VaultStore = StoreApi<VaultState>;

/** How secrets are kept. */
export function createVaultStore(client: WorkbenchClient, vault: VaultDescription): VaultStore {
  return createStore<VaultState>((set) => {
    const setVault = (next: VaultDescription): void => set({ vault: next });
    const take = (result: Result<VaultDescription, Problem>): Problem | null => {
      if (!result.ok) return result.error;
      setVault(result.value);
      return null;
    };
    const takeKey = (
      result: Result<{ readonly recoveryKey: string; readonly vault: VaultDescription }, Problem>,
    ): Result<string, Problem> => {
      if (!result.ok) return result;
      setVault(result.value.vault);
      return { ok: true, value: result.value.recoveryKey };
    };
    return {
      vault,
      setVault,
      create: async (guard) => takeKey(await client.call('vault.create', guard)),
      renewRecoveryKey: async () => takeKey(await client.call('vault.renew-recovery-key', null)),
      unlock: async (passphrase) => take(await client.call('vault.unlock', { passphrase })),
      lock: async () => setVault(await client.call('vault.lock', null)),
      rewrap: async (guard) => take(await client.call('vault.rewrap', guard)),
      recover: async (recoveryKey, guard) => take(await client.call('vault.recover', { recoveryKey, guard })),
    };
  });
}
