import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { EnvironmentOverview } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { createAnnotationStore } from './create-annotation-store.ts';
import { createBatchStore } from './create-batch-store.ts';
import { createCheckStore } from './create-check-store.ts';
import { createCollectionStore } from './create-collection-store.ts';
import { createEnvironmentStore } from './create-environment-store.ts';
import { createEvidenceStore } from './create-evidence-store.ts';
import { createExchangeStore } from './create-exchange-store.ts';
import { createHistoryStore } from './create-history-store.ts';
import { createJournalStore } from './create-journal-store.ts';
import { createLayoutStore } from './create-layout-store.ts';
import { createProductionStore } from './create-production-store.ts';
import { createRunListStore } from './create-run-list-store.ts';
import { createRunStore } from './create-run-store.ts';
import { createSearchStore } from './create-search-store.ts';
import { createSessionStore } from './create-session-store.ts';
import { createSignatureStore } from './create-signature-store.ts';
import { createTabStore } from './create-tab-store.ts';
import { createTableStore } from './create-table-store.ts';
import { createTransferStore } from './create-transfer-store.ts';
import { createVaultStore } from './create-vault-store.ts';
import type { Stores } from './stores.ts';

/** Asks the core for what the first screen needs, and lets its events reach the stores. */
export async function createStores(client: WorkbenchClient): Promise<Stores> {
  const [overview, description, { problem, ...tabs }, armed, unresolved, collections] = await Promise.all([
    client.call('environment.list', null),
    client.call('workbench.describe', null),
    client.call('tabs.load', null),
    client.call('production.describe', null),
    client.call('history.unresolved', null),
    client.call('collection.list', null),
  ]);
  const layout = createLayoutStore();
  layout.getState().notify(problem);
  description.problems.forEach(layout.getState().tell);
  const environments = createEnvironmentStore(client, overview, description);
  const stores: Stores = {
    environments,
    collections: createCollectionStore(client, collections),
    tabs: createTabStore(client, tabs, layout.getState().notify),
    exchanges: createExchangeStore(client),
    history: createHistoryStore(client, description.exchangeCount),
    search: createSearchStore(client),
    annotations: createAnnotationStore(client),
    evidence: createEvidenceStore(client),
    journal: createJournalStore(client, unresolved.ok ? unresolved.value : []),
    production: createProductionStore(client, armed, (id) =>
      layout.getState().notify(armingEnded(environments.getState().overview, id)),
    ),
    checks: createCheckStore(client),
    sessions: createSessionStore(client),
    signature: createSignatureStore(client),
    transfer: createTransferStore(client),
    layout,
    vault: createVaultStore(client, description.vault),
    batches: createBatchStore(client),
    tables: createTableStore(client),
    runs: createRunStore(client),
    runList: createRunListStore(client),
  };
  // Whoever opens or chooses a draft wants to see it.
  stores.tabs.subscribe((state, before) => {
    if (state.active !== before.active && state.active !== null) layout.getState().showPage(null);
  });
  client.on((event) => {
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
      case 'problem.told':
        return stores.layout.getState().tell(event.problem);
    }
  });
  return stores;
}

function armingEnded({ environments }: EnvironmentOverview, id: string): Problem {
  const name = environments.find((environment) => environment.id === id)?.name ?? id;
  return {
    code: 'not-armed',
    message: `The time is over: ${name} is read-only again.`,
    remedy: 'Arm it anew for the next refund.',
  };
}
