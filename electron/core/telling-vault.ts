import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import type { VaultDescription } from '../../shared/model/vault.ts';
import type { Vault } from '../../shared/ports/secret-store.ts';

/** A vault that tells of every change of its state, whoever made it and whenever it is noticed. */
export function tellingVault(vault: Vault, emit: (event: WorkbenchEvent) => void): Vault {
  let told: string | null = null;
  const tell = (description: VaultDescription): VaultDescription => {
    const now = JSON.stringify(description);
    if (told !== null && told !== now) emit({ name: 'vault.changed', vault: description });
    told = now;
    return description;
  };
  return { ...vault, describe: async () => tell(await vault.describe()) };
}
