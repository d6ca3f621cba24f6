import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { ExchangeSummary, HistoryEntry } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';

const pageSize = 100;

export type HistoryState = {
  /** Newest first; only what was asked for. */
  readonly entries: readonly ExchangeSummary[];
  readonly count: number;
  readonly complete: boolean;
  readonly problem: Problem | null;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly get: (id: string) => Promise<HistoryEntry | null>;
  readonly setCount: (count: number) => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** The newest page of the history, and more on demand. A stored answer is read only when it is asked for. */
export function createHistoryStore(client: WorkbenchClient, count: number): HistoryStore {
  return createStore<HistoryState>((set, get) => {
    const load = async (before: string | null): Promise<void> => {
      const page = await client.call('history.list', { query: '', limit: pageSize, before });
      if (!page.ok) return set({ problem: page.error });
      const entries = before === null ? page.value : [...get().entries, ...page.value];
      set({ entries, complete: page.value.length < pageSize, problem: null });
    };
    return {
      entries: [],
      count,
      complete: false,
      problem: null,
      refresh: () => load(null),
      more: () => load(get().entries.at(-1)?.id ?? null),
      get: async (id) => {
        const entry = await client.call('history.get', { id });
        return entry.ok ? entry.value : null;
      },
      setCount: (value) => set({ count: value }),
    };
  });
}
