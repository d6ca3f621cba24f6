import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type {
  EnvironmentOverview,
  SandboxDescription,
  WorkbenchDescription,
} from '../../shared/contract/commands.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Problem } from '../../shared/model/problem.ts';

export type EnvironmentState = {
  readonly overview: EnvironmentOverview;
  readonly description: WorkbenchDescription;
  readonly activate: (id: string) => Promise<Problem | null>;
  /** `revision` is that of the file the environment was made from; a new one has none. */
  readonly save: (environment: Environment, revision: string | undefined) => Promise<Problem | null>;
  readonly remove: (id: string) => Promise<Problem | null>;
  readonly setSecret: (environmentId: string, name: string, value: string) => Promise<Problem | null>;
  /** Moves the secrets that stand in the file of an environment to where secrets are kept. */
  readonly adoptSecrets: (environmentId: string) => Promise<Problem | null>;
  readonly restore: (id: string) => Promise<Problem | null>;
  readonly reload: () => Promise<void>;
  /** The running sandbox; `null` until it was started from here. */
  readonly sandbox: SandboxDescription | null;
  readonly startSandbox: () => Promise<Problem | null>;
  readonly setSandboxOrigin: (origin: string | null) => void;
};

export type EnvironmentStore = StoreApi<EnvironmentState>;

/** The environments and what the host says of itself. */
export function createEnvironmentStore(
  client: WorkbenchClient,
  overview: EnvironmentOverview,
  description: WorkbenchDescription,
): EnvironmentStore {
  return createStore<EnvironmentState>((set) => {
    const take = (
      result: { ok: true; value: EnvironmentOverview } | { ok: false; error: Problem },
    ): Problem | null => {
      if (!result.ok) return result.error;
      set({ overview: result.value });
      return null;
    };
    return {
      overview,
      description,
      sandbox: null,
      activate: async (id) => take(await client.call('environment.activate', { id })),
      save: async (environment, revision) =>
        take(await client.call('environment.save', { ...environment, revision })),
      remove: async (id) => take(await client.call('environment.remove', { id })),
      restore: async (id) => take(await client.call('environment.restore', { id })),
      setSecret: async (environmentId, name, value) =>
        take(await client.call('secret.set', { environmentId, name, value })),
      adoptSecrets: async (environmentId) => take(await client.call('secret.adopt', { environmentId })),
      reload: async () => set({ overview: await client.call('environment.list', null) }),
      startSandbox: async () => {
        const started = await client.call('sandbox.start', null);
        if (!started.ok) return started.error;
        const { value: sandbox } = started;
        set((state) => ({ sandbox, description: { ...state.description, sandboxOrigin: sandbox.origin } }));
        return null;
      },
      setSandboxOrigin: (sandboxOrigin) =>
        set((state) => ({ description: { ...state.description, sandboxOrigin } })),
    };
  });
}

export function selectActiveEnvironment({ overview }: EnvironmentState): Environment {
  const active = overview.environments.find(({ id }) => id === overview.activeId) ?? overview.environments[0];
  if (active === undefined) throw new Error('The built-in environment is missing');
  return active;
}
