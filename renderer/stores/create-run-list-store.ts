import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { BatchSummary } from '../../shared/model/batch.ts';
import type { HistoryPage } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RunSummary } from '../../shared/model/run.ts';

const pageSize = 50;

/** Newest first, as far as they were read. */
export type ReadList<Item> = { readonly items: readonly Item[]; readonly complete: boolean };

export type RunListState = {
  readonly runs: ReadList<RunSummary>;
  readonly batches: ReadList<BatchSummary>;
  /** Whether the lists were read at all. */
  readonly isRead: boolean;
  readonly isLoadingMore: boolean;
  /** Why a list could not be read. */
  readonly problem: Problem | null;
  /** Reads the newest of both anew. */
  readonly refresh: () => Promise<void>;
  /** Reads on in the lists that are not complete. */
  readonly more: () => Promise<void>;
  readonly noteRun: (run: RunSummary) => void;
  readonly noteBatch: (batch: BatchSummary) => void;
  readonly forgetRun: (id: string) => void;
};

export type RunListStore = StoreApi<RunListState>;

const nothing = { items: [], complete: false } as const;

/** Runs and batches: two lists of the core that the side bar shows as one. */
export function createRunListStore(client: WorkbenchClient): RunListStore {
  const askRuns = (page: HistoryPage) => client.call('run.list', page);
  const askBatches = (page: HistoryPage) => client.call('batch.list', page);
  return createStore<RunListState>((set, get) => ({
    runs: nothing,
    batches: nothing,
    isRead: false,
    isLoadingMore: false,
    problem: null,
    refresh: async () => {
      const [runs, batches] = await Promise.all([readOn(nothing, askRuns), readOn(nothing, askBatches)]);
      set({ runs: runs.list, batches: batches.list, isRead: true, problem: runs.problem ?? batches.problem });
    },
    more: async () => {
      if (get().isLoadingMore) return;
      set({ isLoadingMore: true });
      const before = get();
      const [runs, batches] = await Promise.all([
        readOn(before.runs, askRuns),
        readOn(before.batches, askBatches),
      ]);
      set({ isLoadingMore: false });
      // Whatever changed meanwhile was told, and is newer than what was read.
      if (get().runs === before.runs) set({ runs: runs.list });
      if (get().batches === before.batches) set({ batches: batches.list });
      set({ problem: runs.problem ?? batches.problem });
    },
    noteRun: (run) => set(({ runs }) => ({ runs: { ...runs, items: noted(runs.items, run) } })),
    noteBatch: (batch) =>
      set(({ batches }) => ({ batches: { ...batches, items: noted(batches.items, batch) } })),
    forgetRun: (id) =>
      set(({ runs }) => ({ runs: { ...runs, items: runs.items.filter((run) => run.id !== id) } })),
  }));
}

async function readOn<Item extends { readonly id: string }>(
  list: ReadList<Item>,
  ask: (page: HistoryPage) => Promise<Result<readonly Item[], Problem>>,
): Promise<{ readonly list: ReadList<Item>; readonly problem: Problem | null }> {
  if (list.complete) return { list, problem: null };
  const page = await ask({ limit: pageSize, before: list.items.at(-1)?.id ?? null });
  // A list that cannot be read is not asked for more until it is refreshed.
  if (!page.ok) return { list: { ...list, complete: true }, problem: page.error };
  return {
    list: { items: [...list.items, ...page.value], complete: page.value.length < pageSize },
    problem: null,
  };
}

function noted<Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [item, ...items];
}
