import { createContext, useContext, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';

import type { AnnotationState } from './create-annotation-store.ts';
import type { BatchState } from './create-batch-store.ts';
import type { CollectionState } from './create-collection-store.ts';
import type { ConnectionState } from './create-connection-store.ts';
import type { EnvironmentState } from './create-environment-store.ts';
import type { ExchangeState } from './create-exchange-store.ts';
import type { GuideState } from './create-guide-store.ts';
import type { HistoryState } from './create-history-store.ts';
import type { JournalState } from './create-journal-store.ts';
import type { LayoutState } from './create-layout-store.ts';
import type { ProductionState } from './create-production-store.ts';
import type { RunListState } from './create-run-list-store.ts';
import type { RunState } from './create-run-store.ts';
import type { SandboxUseState } from './create-sandbox-store.ts';
import type { ScenarioState } from './create-scenario-store.ts';
import type { SearchState } from './create-search-store.ts';
import type { SettingsState } from './create-settings-store.ts';
import type { TabState } from './create-tab-store.ts';
import type { VaultState } from './create-vault-store.ts';
import type { Stores } from './stores.ts';

const StoresContext = createContext<Stores | null>(null);

type ProviderProps = { readonly stores: Stores; readonly children: ReactNode };

export function StoresProvider({ stores, children }: ProviderProps) {
  return <StoresContext value={stores}>{children}</StoresContext>;
}

/** All stores, for actions that concern more than one. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('The stores are missing');
  return stores;
}

export function useEnvironments<Value>(select: (state: EnvironmentState) => Value): Value {
  return useSelected(useStores().environments, select);
}

export function useCollections<Value>(select: (state: CollectionState) => Value): Value {
  return useSelected(useStores().collections, select);
}

export function useTabs<Value>(select: (state: TabState) => Value): Value {
  return useSelected(useStores().tabs, select);
}

export function useExchanges<Value>(select: (state: ExchangeState) => Value): Value {
  return useSelected(useStores().exchanges, select);
}

export function useHistory<Value>(select: (state: HistoryState) => Value): Value {
  return useSelected(useStores().history, select);
}

export function useSearch<Value>(select: (state: SearchState) => Value): Value {
  return useSelected(useStores().search, select);
}

export function useSandbox<Value>(select: (state: SandboxUseState) => Value): Value {
  return useSelected(useStores().sandbox, select);
}

export function useScenarios<Value>(select: (state: ScenarioState) => Value): Value {
  return useSelected(useStores().scenarios, select);
}

export function useAnnotations<Value>(select: (state: AnnotationState) => Value): Value {
  return useSelected(useStores().annotations, select);
}

export function useJournal<Value>(select: (state: JournalState) => Value): Value {
  return useSelected(useStores().journal, select);
}

export function useProduction<Value>(select: (state: ProductionState) => Value): Value {
  return useSelected(useStores().production, select);
}

export function useLayout<Value>(select: (state: LayoutState) => Value): Value {
  return useSelected(useStores().layout, select);
}

export function useGuide<Value>(select: (state: GuideState) => Value): Value {
  return useSelected(useStores().guide, select);
}

export function useVault<Value>(select: (state: VaultState) => Value): Value {
  return useSelected(useStores().vault, select);
}

export function useBatches<Value>(select: (state: BatchState) => Value): Value {
  return useSelected(useStores().batches, select);
}

export function useRuns<Value>(select: (state: RunState) => Value): Value {
  return useSelected(useStores().runs, select);
}

export function useRunList<Value>(select: (state: RunListState) => Value): Value {
  return useSelected(useStores().runList, select);
}

export function useSettings<Value>(select: (state: SettingsState) => Value): Value {
  return useSelected(useStores().settings, select);
}

export function useConnection<Value>(select: (state: ConnectionState) => Value): Value {
  return useSelected(useStores().connection, select);
}

function useSelected<State, Value>(store: StoreApi<State>, select: (state: State) => Value): Value {
  return useStore(store, select);
}
