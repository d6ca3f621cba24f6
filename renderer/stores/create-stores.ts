import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { EnvironmentOverview } from '../../shared/contract/commands.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { createAnnotationStore } from './create-annotation-store.ts';
import { createBatchStore } from './create-batch-store.ts';
import { createCheckStore } from './create-check-store.ts';
import { createCollectionStore } from './create-collection-store.ts';
import { createConnectionStore } from './create-connection-store.ts';
import { createEnvironmentStore } from './create-environment-store.ts';
import { createEvidenceStore } from './create-evidence-store.ts';
import { createExchangeStore } from './create-exchange-store.ts';
import { createGuideStore } from './create-guide-store.ts';
import { createHandedFileStore } from './create-handed-file-store.ts';
import { createHistoryStore } from './create-history-store.ts';
import { createJournalStore } from './create-journal-store.ts';
import { createLayoutStore } from './create-layout-store.ts';
import { createLinkStore } from './create-link-store.ts';
import { createMenuStore } from './create-menu-store.ts';
import { createProductionStore } from './create-production-store.ts';
import { createRunListStore } from './create-run-list-store.ts';
import { createRunStore } from './create-run-store.ts';
import { createSandboxStore } from './create-sandbox-store.ts';
import { createScenarioStore } from './create-scenario-store.ts';
import { createSearchStore } from './create-search-store.ts';
import { createSettingsStore } from './create-settings-store.ts';
import { createSessionStore } from './create-session-store.ts';
import { createSignatureStore } from './create-signature-store.ts';
import { createTabStore } from './create-tab-store.ts';
import { createTableStore } from './create-table-store.ts';
import { createTransferStore } from './create-transfer-store.ts';
import { createVaultStore } from './create-vault-store.ts';
import { keepLayout } from './keep-layout.ts';
import { reloadStores } from './reload-stores.ts';
import type { Stores } from './stores.ts';
import { takeEvent } from './take-event.ts';

/** Asks the core for what the first screen needs, and lets its events reach the stores. */
export async function createStores(client: WorkbenchClient): Promise<Stores> {
  const [overview, description, { problem, ...tabs }, armed, unresolved, collections, set, left] =
    await Promise.all([
      client.call('environment.list', null),
      client.call('workbench.describe', null),
      client.call('tabs.load', null),
      client.call('production.describe', null),
      client.call('history.unresolved', null),
      client.call('collection.list', null),
      client.call('settings.load', null),
      client.call('layout.load', null),
    ]);
  const layout = createLayoutStore(left);
  layout.getState().notify(problem ?? set.problem);
  keepLayout(layout, client);
  const settings = createSettingsStore(client, set.settings, layout.getState().notify);
  description.problems.forEach(layout.getState().tell);
  const environments = createEnvironmentStore(client, overview, description);
  const timeout = (): number => settings.getState().settings.timeoutSeconds * 1000;
  const stores: Stores = {
    environments,
    collections: createCollectionStore(client, collections),
    tabs: createTabStore(client, tabs, layout.getState().notify),
    exchanges: createExchangeStore(client, timeout),
    history: createHistoryStore(client, description.exchangeCount),
    search: createSearchStore(client),
    sandbox: createSandboxStore(client),
    scenarios: createScenarioStore(client),
    annotations: createAnnotationStore(client),
    evidence: createEvidenceStore(client),
    journal: createJournalStore(client, unresolved.ok ? unresolved.value : []),
    production: createProductionStore(client, armed, (id) =>
      layout.getState().notify(armingEnded(environments.getState().overview, id)),
    ),
    checks: createCheckStore(client),
    sessions: createSessionStore(client, timeout),
    signature: createSignatureStore(client),
    transfer: createTransferStore(client),
    layout,
    menu: createMenuStore(client),
    guide: createGuideStore(),
    vault: createVaultStore(client, description.vault),
    batches: createBatchStore(client),
    tables: createTableStore(client),
    runs: createRunStore(client),
    runList: createRunListStore(client),
    settings,
    connection: createConnectionStore(),
    handedFiles: createHandedFileStore(client),
    links: createLinkStore(client),
  };
  // Whoever opens or chooses a draft wants to see it.
  stores.tabs.subscribe((state, before) => {
    if (state.active !== before.active && state.active !== null) layout.getState().showPage(null);
  });
  client.on((event) => takeEvent(stores, event));
  client.follow((connection) => {
    stores.connection.getState().setConnection(connection);
    if (connection === 'open') void reloadStores(stores, client);
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
