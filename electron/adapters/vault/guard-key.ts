import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type GuardChoice, shortestPassphrase } from '../../../shared/model/vault.ts';
import type { Keyring } from './os-keyring.ts';
import { createSalt, derivePassphraseKey, type ScryptCost } from './passphrase-key.ts';
import { keyLength, seal, unseal } from './seal.ts';
import type { VaultFile } from './vault-file.ts';
import {
  keyringRefused,
  keyringUnusable,
  keyringWithoutKey,
  passphraseNeeded,
  weakPassphrase,
  wrongPassphrase,
} from './vault-problems.ts';

/** What guarding a key needs of the world. */
export type GuardTools = { readonly keyring: Keyring; readonly cost: ScryptCost };

type Guard = VaultFile['guard'];

/** Gives the key of a vault to its guard: into the keyring, or wrapped by a passphrase. */
export async function guardKey(
  choice: GuardChoice,
  id: string,
  key: Buffer,
  { keyring, cost }: GuardTools,
): Promise<Result<Guard, Problem>> {
  if (choice.kind === 'keyring') {
    const written = await keyring.write(accountOf(id), key);
    if (!written.ok) return fail(keyringUnusable(written.error));
    // Only what comes back is kept: some keyrings take everything and hold nothing.
    const back = await keyring.read(accountOf(id));
    if (!back.ok) return fail(keyringUnusable(back.error));
    const held = back.value !== null && key.equals(back.value);
    return held
      ? ok({ kind: 'keyring' })
      : fail(keyringUnusable({ kind: 'missing', reason: 'it did not keep the key' }));
  }
  if ([...choice.passphrase].length < shortestPassphrase) return fail(weakPassphrase);
  const salt = createSalt();
  const wrapping = await derivePassphraseKey(choice.passphrase, salt, cost);
  return ok({ kind: 'passphrase', salt, cost, key: seal(wrapping, ['passphrase', id], key) });
}

/** Takes the key of a vault from its guard. Waits so many milliseconds for a keyring. */
export async function takeKey(
  { id, guard, check }: VaultFile,
  passphrase: string | null,
  keyring: Keyring,
  wait?: number,
): Promise<Result<Buffer, Problem>> {
  if (guard.kind === 'keyring') {
    const held = await keyring.read(accountOf(id), wait);
    if (!held.ok) return fail(keyringRefused(held.error));
    if (held.value === null) return fail(keyringWithoutKey('nothing'));
    const key = Buffer.from(held.value);
    return fitsVault(key, { id, check }) ? ok(key) : fail(keyringWithoutKey('another'));
  }
  if (passphrase === null) return fail(passphraseNeeded);
  const wrapping = await derivePassphraseKey(passphrase, guard.salt, guard.cost);
  const key = unseal(wrapping, ['passphrase', id], guard.key);
  return key !== null && fitsVault(key, { id, check }) ? ok(key) : fail(wrongPassphrase);
}

/** Takes the key out of the keyring where a vault was guarded by it. */
export async function dismissKeyring(id: string, keyring: Keyring): ReturnType<Keyring['remove']> {
  return keyring.remove(accountOf(id));
}

/** The value by which a wrong key is known before it is used. */
export function createCheck(key: Buffer, id: string): VaultFile['check'] {
  return seal(key, ['check', id], Buffer.from(id));
}

/** Whether a key is that of a vault. */
export function fitsVault(key: Buffer, { id, check }: Pick<VaultFile, 'id' | 'check'>): boolean {
  return key.length === keyLength && unseal(key, ['check', id], check)?.toString() === id;
}

function accountOf(id: string): string {
  return `vault ${id}`;
}
