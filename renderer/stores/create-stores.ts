import type { WorkbenchClient } from '../../shared/contract/client.ts';
import { createEnvironmentStore } from './create-environment-store.ts';
import { createExchangeStore } from './create-exchange-store.ts';
import { createHistoryStore } from './create-history-store.ts';
import { createLayoutStore } from './create-layout-store.ts';
import { createTabStore } from './create-tab-store.ts';
import { createVaultStore } from './create-vault-store.ts';
import type { Stores } from './stores-context.tsx';

/** Asks the core for what the first screen needs, and lets its events reach the stores. */
export async function createStores(client: WorkbenchClient): Promise<Stores> {
  const [overview, description, { problem, ...tabs }] = await Promise.all([
    client.call('environment.list', null),
    client.call('workbench.describe', null),
    client.call('tabs.load', null),
  ]);
  const layout = createLayoutStore();
  layout.getState().notify(problem);
  const stores: Stores = {
    environments: createEnvironmentStore(client, overview, description),
    tabs: createTabStore(client, tabs, layout.getState().notify),
    exchanges: createExchangeStore(client),
    history: createHistoryStore(client, description.exchangeCount),
    layout,
    vault: createVaultStore(client, description.vault),
  };
  client.on((event) => {
    switch (event.name) {
      case 'history.changed':
        return stores.history.getState().setCount(event.count);
      case 'environment.changed':
        return void stores.environments.getState().reload();
      case 'sandbox.changed':
        return stores.environments.getState().setSandboxOrigin(event.origin);
      case 'vault.changed':
        stores.vault.getState().setVault(event.vault);
        // What can be told of a secret depends on whether the vault is open.
        return void stores.environments.getState().reload();
    }
  });
  return stores;
}
