import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  createSecretStore,
  type SecretStoreOptions,
} from '../../electron/adapters/vault/create-secret-store.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { createMemoryKeyring, type MemoryKeyring } from './cheap-vault.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Invented, and long enough. */
export const passphrase = 'invented passphrase';

export type TestVault = {
  readonly folder: string;
  readonly path: string;
  readonly keyring: MemoryKeyring;
  readonly store: SecretStore;
  /** The same folder and keyring, as the next program sees them. */
  readonly reopen: (changes?: Partial<SecretStoreOptions>) => SecretStore;
  readonly read: () => string;
  /** Changes the file behind the back of every program. */
  readonly edit: (change: (file: VaultJson) => unknown) => void;
};

type Piece = { nonce: string; data: string };

/** The file as anybody with an editor sees it. */
export type VaultJson = {
  version: string;
  id: string;
  check: Piece;
  guard: { kind: string; key?: Piece };
  recovery: Piece;
  records: { environment: string; name: string; value: Piece }[];
};

/** The real store in a folder of its own, with a keyring in memory and passphrases that cost nothing. */
export function openTestVault(environment: NodeJS.ProcessEnv = {}): TestVault {
  const folder = temporaryDirectory();
  const path = join(folder, 'vault.json');
  const keyring = createMemoryKeyring();
  const reopen: TestVault['reopen'] = (changes = {}) =>
    createSecretStore({ folder, environment, keyring, cost: { n: 2, r: 1, p: 1 }, ...changes });
  const read = (): string => readFileSync(path, 'utf8');
  const edit: TestVault['edit'] = (change) => {
    const file = JSON.parse(read()) as VaultJson;
    const changed = change(file);
    writeFileSync(path, JSON.stringify(changed ?? file));
  };
  return { folder, path, keyring, store: reopen(), reopen, read, edit };
}

/** The value of a step that has to work. */
export function valueOf<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The sentence of a step that must not work. */
export function refusalOf(result: Result<unknown, Problem>): string {
  if (result.ok) throw new Error('It was not refused');
  const { code, message, remedy } = result.error;
  if (code !== 'vault' && code !== 'storage') throw new Error(`The code is ${code}`);
  if (!/^[A-Z].*\.$/s.test(message) || !/^[A-Z].*\.$/s.test(remedy))
    throw new Error(`No sentence: ${message}`);
  return message;
}

/** The plain value of a secret, or `null`. */
export function secretOf(store: SecretStore, environment: string, name: string): string | null {
  return valueOf(store.get(environment, name))?.reveal() ?? null;
}
