import type { Problem } from './problem.ts';

/** What guards the key of the vault: the keyring of the system, or a passphrase that only the user knows. */
export type VaultGuard = 'keyring' | 'passphrase';

/** A guard as the user chooses it. */
export type GuardChoice =
  { readonly kind: 'keyring' } | { readonly kind: 'passphrase'; readonly passphrase: string };

/** What leads on from a locked vault. */
export type VaultWay = 'unlock' | 'recover' | 'create';

/** How secrets are kept at the moment. It never steps down by itself: a vault that cannot be opened is locked. */
export type VaultDescription =
  /** There is no vault: secrets are forgotten when the program ends. */
  | { readonly state: 'none' }
  /** The problems name single secrets that are damaged; the others are fine. */
  | { readonly state: 'unlocked'; readonly guard: VaultGuard; readonly problems: readonly Problem[] }
  | {
      readonly state: 'locked';
      /** `null` where the file does not tell. */
      readonly guard: VaultGuard | null;
      readonly problem: Problem;
      readonly ways: readonly VaultWay[];
    };

/** A secret as everybody may see it. */
export type KnownSecret = {
  readonly name: string;
  /** Its last four characters; `null` where it has fewer than eight, or cannot be read at the moment. */
  readonly lastFour: string | null;
};

/** Fewest characters of a passphrase. */
export const shortestPassphrase = 12;
