import type { WorkbenchEvent } from '../../shared/contract/events.ts';
import type { Stores } from './stores.ts';

/** Lets what the core tells without being asked reach the stores. */
export function takeEvent(stores: Stores, event: WorkbenchEvent): void {
  switch (event.name) {
    case 'history.changed':
      stores.history.getState().setCount(event.count);
      // A list that was never shown is read when it is.
      if (stores.search.getState().answered !== null) void stores.search.getState().refresh();
      return void stores.journal.getState().refresh();
    case 'production.changed':
      return stores.production.getState().setArmed(event.armed);
    case 'environment.changed':
      return void stores.environments.getState().reload();
    case 'session.changed':
      return stores.sessions.getState().setOpen(event.open);
    case 'sandbox.changed':
      return stores.environments.getState().setSandboxOrigin(event.origin);
    case 'sandbox.used':
      return void stores.sandbox.getState().refresh();
    case 'vault.changed':
      stores.vault.getState().setVault(event.vault);
      // What can be told of a secret depends on whether the vault is open.
      return void stores.environments.getState().reload();
    case 'collection.changed':
      return void stores.collections.getState().reload();
    case 'run.changed':
      stores.runs.getState().take(event.run);
      return stores.runList.getState().noteRun(event.run);
    case 'batch.changed':
      stores.batches.getState().take(event.batch);
      return stores.runList.getState().noteBatch(event.batch);
    case 'settings.changed':
      return stores.settings.getState().setSettings(event.settings);
    case 'menu.chosen':
      return stores.menu.getState().choose(event.id);
    case 'files.handed':
      return void stores.handedFiles.getState().fetch();
    case 'drafts.wanted':
      return void stores.tabs.getState().keep();
    case 'problem.told':
      return stores.layout.getState().tell(event.problem);
  }
}
