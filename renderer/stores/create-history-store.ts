import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { ExchangeSummary, HistoryEntry } from '../../shared/model/exchange.ts';

const pageSize = 50;

export type HistoryState = {
  /** The newest page, newest first. */
  readonly entries: readonly ExchangeSummary[];
  readonly count: number;
  readonly refresh: () => Promise<void>;
  readonly get: (id: string) => Promise<HistoryEntry | null>;
  readonly setCount: (count: number) => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** The newest page of the history. A stored answer is read only when it is asked for. */
export function createHistoryStore(client: WorkbenchClient, count: number): HistoryStore {
  return createStore<HistoryState>((set) => {
    return {
      entries: [],
      count,
      refresh: async () => {
        const page = await client.call('history.list', { query: '', limit: pageSize, before: null });
        if (page.ok) set({ entries: page.value });
      },
      get: async (id) => {
        const entry = await client.call('history.get', { id });
        return entry.ok ? entry.value : null;
      },
      setCount: (value) => set({ count: value }),
    };
  });
}
