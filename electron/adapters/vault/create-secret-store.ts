import { ok } from '../../../shared/model/result.ts';
import type { Secret } from '../../../shared/model/secret.ts';
import type { KnownSecret } from '../../../shared/model/vault.ts';
import type { SecretStore } from '../../../shared/ports/secret-store.ts';
import { secretFromEnvironment } from '../secret-from-environment.ts';
import { createVault } from './create-vault.ts';
import { type Keyring, osKeyring } from './os-keyring.ts';
import { type ScryptCost, usualScryptCost } from './passphrase-key.ts';
import { createSessionSecrets } from './session-secrets.ts';
import { createVaultMemory } from './vault-memory.ts';

export type SecretStoreOptions = {
  /** The data folder; the vault is its `vault.json`. */
  readonly folder: string;
  /** May give secrets, one a variable, for where nothing else is set. */
  readonly environment: NodeJS.ProcessEnv;
  readonly keyring?: Keyring;
  readonly cost?: ScryptCost;
};

/** Secrets in the vault of the data folder; without one, for this run of the program only. */
export function createSecretStore({
  folder,
  environment,
  keyring = osKeyring,
  cost = usualScryptCost,
}: SecretStoreOptions): SecretStore {
  const session = createSessionSecrets();
  const memory = createVaultMemory(folder);
  return {
    get: (environmentId, name) => {
      const kept = memory.get(environmentId, name);
      if (!kept.ok || kept.value !== null) return kept;
      return ok(session.get(environmentId, name) ?? secretFromEnvironment(environment, name));
    },
    set: (environmentId, name, value) => {
      if (memory.look().kind === 'none') {
        session.set(environmentId, name, value);
        return ok(null);
      }
      const kept = memory.put(environmentId, name, value);
      if (kept.ok) session.clear(environmentId, name);
      return kept;
    },
    clear: (environmentId, name) => {
      session.clear(environmentId, name);
      return memory.names(environmentId).includes(name) ? memory.put(environmentId, name, null) : ok(null);
    },
    list: (environmentId) => {
      const names = new Set([...memory.names(environmentId), ...session.names(environmentId)]);
      return [...names].toSorted().map((name) => {
        const kept = memory.get(environmentId, name);
        const secret = kept.ok ? (kept.value ?? session.get(environmentId, name)) : null;
        return { name, lastFour: lastFourOf(secret) };
      });
    },
    environmentIds: () => [...new Set([...memory.environments(), ...session.environmentIds()])],
    vault: createVault(memory, { keyring, cost }, session),
  };
}

/** Of a short secret, four characters would be too much of it. */
function lastFourOf(secret: Secret | null): KnownSecret['lastFour'] {
  const characters = [...(secret?.reveal() ?? '')];
  return characters.length < 8 ? null : characters.slice(-4).join('');
}
