import { Secret } from '../../shared/model/secret.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';

/**
 * Secrets for this run of the program only. Where none is set, `REFUND_WORKBENCH_SECRET_<NAME>` counts, the variable's
 * name in capitals with every other character as `_`.
 */
export function createSessionSecretStore(environment: NodeJS.ProcessEnv): SecretStore {
  const stores = new Map<string, Map<string, Secret>>();
  return {
    kind: 'session',
    get: (environmentId, name) => {
      const given = environment[secretVariable(name)];
      return stores.get(environmentId)?.get(name) ?? (given === undefined ? null : new Secret(given));
    },
    set: (environmentId, name, value) => {
      const store = stores.get(environmentId) ?? new Map<string, Secret>();
      stores.set(environmentId, store.set(name, new Secret(value)));
    },
    clear: (environmentId, name) => void stores.get(environmentId)?.delete(name),
    names: (environmentId) => [...(stores.get(environmentId)?.keys() ?? [])],
  };
}

/** `luminate.loginPassword` as `REFUND_WORKBENCH_SECRET_LUMINATE_LOGINPASSWORD`. */
function secretVariable(name: string): string {
  return `REFUND_WORKBENCH_SECRET_${name.toUpperCase().replaceAll(/[^A-Z\d]/g, '_')}`;
}
