import { Secret } from '../../../shared/model/secret.ts';

/** Secrets that are forgotten when the program ends. */
export type SessionSecrets = {
  get(environmentId: string, name: string): Secret | null;
  set(environmentId: string, name: string, value: string): void;
  clear(environmentId: string, name: string): void;
  clearAll(): void;
  names(environmentId: string): readonly string[];
  environmentIds(): readonly string[];
  all(): readonly (readonly [environmentId: string, name: string, secret: Secret])[];
};

/** Keeps them in memory, by environment and name. */
export function createSessionSecrets(): SessionSecrets {
  const stores = new Map<string, Map<string, Secret>>();
  return {
    get: (environmentId, name) => stores.get(environmentId)?.get(name) ?? null,
    set: (environmentId, name, value) => {
      const store = stores.get(environmentId) ?? new Map<string, Secret>();
      stores.set(environmentId, store.set(name, new Secret(value)));
    },
    clear: (environmentId, name) => void stores.get(environmentId)?.delete(name),
    clearAll: () => stores.clear(),
    names: (environmentId) => [...(stores.get(environmentId)?.keys() ?? [])],
    environmentIds: () => [...stores].flatMap(([id, store]) => (store.size === 0 ? [] : [id])),
    all: () =>
      [...stores].flatMap(([environmentId, store]) =>
        [...store].map(([name, secret]) => [environmentId, name, secret] as const),
      ),
  };
}
