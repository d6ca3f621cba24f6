import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { Secret } from '../model/secret.ts';
import type { GuardChoice, KnownSecret, VaultDescription } from '../model/vault.ts';

/** Secret values by environment and variable: in the vault, or without one for this run of the program only. */
export type SecretStore = {
  /** Fails where the secret is, or may be, in a vault that is locked; `null` where nobody set it. */
  get(environmentId: string, name: string): Result<Secret | null, Problem>;
  /** Fails while the vault is locked; nothing is then kept elsewhere instead. */
  set(environmentId: string, name: string, value: string): Result<null, Problem>;
  clear(environmentId: string, name: string): Result<null, Problem>;
  /** What is set, never values. */
  list(environmentId: string): readonly KnownSecret[];
  /** Every environment that something is set for, also where its file is gone. */
  environmentIds(): readonly string[];
  readonly vault: Vault;
};

/** The vault itself: where its key comes from. */
export type Vault = {
  /** Takes up what other programs changed, and unlocks by itself where that needs nobody. */
  describe(): Promise<VaultDescription>;
  /** Makes a vault and moves the secrets of this session into it. Gives the recovery key, which is told only here. */
  create(choice: GuardChoice): Promise<Result<string, Problem>>;
  /** `null` asks the keyring again. */
  unlock(passphrase: string | null): Promise<Result<null, Problem>>;
  /** Forgets the key until `unlock`. */
  lock(): void;
  /** Guards the key of an unlocked vault another way, or by another passphrase. The secrets stay as they are. */
  rewrap(choice: GuardChoice): Promise<Result<null, Problem>>;
  /** Opens the vault with its recovery key and guards it anew. */
  recover(recoveryKey: string, choice: GuardChoice): Promise<Result<null, Problem>>;
  /** Makes a new recovery key; the one before opens nothing from then on. */
  renewRecoveryKey(): Result<string, Problem>;
};
