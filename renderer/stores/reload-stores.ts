import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Stores } from './stores.ts';

/** Asks anew for everything that an event would have told while none came through. */
export async function reloadStores(stores: Stores, client: WorkbenchClient): Promise<void> {
  const { layout, history, runs, batches, runList } = stores;
  const [description, armed, { settings }] = await Promise.all([
    client.call('workbench.describe', null),
    client.call('production.describe', null),
    client.call('settings.load', null),
    stores.environments.getState().reload(),
    stores.collections.getState().reload(),
    stores.journal.getState().refresh(),
    history.getState().refresh(),
    stores.sandbox.getState().refresh(),
  ]);
  stores.environments.getState().setSandboxOrigin(description.sandboxOrigin);
  stores.vault.getState().setVault(description.vault);
  stores.production.getState().setArmed(armed);
  stores.settings.getState().setSettings(settings);
  history.getState().setCount(description.exchangeCount);
  const { told, tell } = layout.getState();
  description.problems
    .filter(({ message }) => !told.some((known) => known.message === message))
    .forEach((problem) => tell(problem));
  if (stores.search.getState().answered !== null) await stores.search.getState().refresh();
  if (runList.getState().isRead) await runList.getState().refresh();
  // What runs tells of itself; its end is the one thing that is told once.
  await Promise.all([
    ...Object.keys(runs.getState().byId).map((id) => runs.getState().read(id)),
    ...Object.keys(batches.getState().byId).map((id) => batches.getState().read(id)),
  ]);
}
