import type { Handlers } from '../../shared/contract/commands.ts';
import { ok } from '../../shared/model/result.ts';
import type { Vault } from '../../shared/ports/secret-store.ts';

type VaultCommand = Extract<keyof Handlers, `vault.${string}`>;

/** The handlers of the vault. What they give never holds the key, a passphrase or a secret. */
export function vaultHandlers(vault: Vault): Pick<Handlers, VaultCommand> {
  return {
    'vault.describe': () => vault.describe(),
    'vault.create': async (guard) => {
      const created = await vault.create(guard);
      return created.ok ? ok({ recoveryKey: created.value, vault: await vault.describe() }) : created;
    },
    'vault.unlock': async ({ passphrase }) => {
      const unlocked = await vault.unlock(passphrase);
      return unlocked.ok ? ok(await vault.describe()) : unlocked;
    },
    'vault.lock': () => {
      vault.lock();
      return vault.describe();
    },
    'vault.rewrap': async (guard) => {
      const rewrapped = await vault.rewrap(guard);
      return rewrapped.ok ? ok(await vault.describe()) : rewrapped;
    },
    'vault.recover': async ({ recoveryKey, guard }) => {
      const recovered = await vault.recover(recoveryKey, guard);
      return recovered.ok ? ok(await vault.describe()) : recovered;
    },
    'vault.renew-recovery-key': async () => {
      const renewed = vault.renewRecoveryKey();
      return renewed.ok ? ok({ recoveryKey: renewed.value, vault: await vault.describe() }) : renewed;
    },
  };
}
