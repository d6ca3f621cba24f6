import type { VaultDescription, VaultGuard } from '../../../shared/model/vault.ts';

/** A vault in few words. */
export type VaultWords = {
  readonly icon: string;
  readonly short: string;
  readonly long: string;
  readonly tone: 'calm' | 'warning';
};

const guarded: Record<VaultGuard, Pick<VaultWords, 'short' | 'long'>> = {
  keyring: {
    short: 'Secrets in the system keyring',
    long: 'Secrets are kept sealed in the data folder. The key is in the keyring of this system and opens with your login.',
  },
  passphrase: {
    short: 'Secrets behind a passphrase',
    long: 'Secrets are kept sealed in the data folder. The key opens with your passphrase, which is stored nowhere.',
  },
};

/** How secrets are kept, in the words of the page. */
export function vaultWords(vault: VaultDescription): VaultWords {
  switch (vault.state) {
    case 'none':
      return {
        icon: 'lock',
        short: 'Secrets for this session only',
        long: 'Secrets that you enter are forgotten when the workbench ends; they are never written to a file.',
        tone: 'calm',
      };
    case 'unlocked': {
      const damaged = vault.problems.length > 0;
      return {
        ...guarded[vault.guard],
        ...(damaged ? { short: 'A secret is damaged' } : {}),
        icon: damaged ? 'warning' : 'lock',
        tone: damaged ? 'warning' : 'calm',
      };
    }
    case 'locked':
      return {
        icon: 'warning',
        short: 'Vault locked',
        long: 'Nothing is lost. What needs a secret of the vault waits until it is open.',
        tone: 'warning',
      };
  }
}
