import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import { type Annotation, noAnnotation } from '../../shared/model/annotation.ts';
import type { ExchangeSummary, HistoryEntry } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';

const pageSize = 100;

export type HistoryState = {
  /** Newest first; only what was asked for. */
  readonly entries: readonly ExchangeSummary[];
  readonly count: number;
  readonly complete: boolean;
  readonly problem: Problem | null;
  /** What is written on the exchanges that were read, by their id. */
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly get: (id: string) => Promise<HistoryEntry | null>;
  /** Replaces what is written on an exchange; gives what kept it from being stored, if anything. */
  readonly annotate: (id: string, annotation: Annotation) => Promise<Problem | null>;
  readonly setCount: (count: number) => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** The newest page of the history, and more on demand. A stored answer is read only when it is asked for. */
export function createHistoryStore(client: WorkbenchClient, count: number): HistoryStore {
  return createStore<HistoryState>((set, get) => {
    const load = async (before: string | null): Promise<void> => {
      const page = await client.call('history.list', { limit: pageSize, before });
      if (!page.ok) return set({ problem: page.error });
      const entries = before === null ? page.value : [...get().entries, ...page.value];
      set({ entries, complete: page.value.length < pageSize, problem: null });
    };
    const keep = (id: string, annotation: Annotation): void =>
      set(({ annotations, entries }) => ({
        annotations: { ...annotations, [id]: annotation },
        entries: entries.map((entry) => (entry.id === id ? { ...entry, annotation } : entry)),
      }));
    return {
      entries: [],
      count,
      complete: false,
      problem: null,
      annotations: {},
      refresh: () => load(null),
      more: () => load(get().entries.at(-1)?.id ?? null),
      get: async (id) => {
        const entry = await client.call('history.get', { id });
        if (entry.ok && entry.value !== null) keep(id, entry.value.annotation);
        return entry.ok ? entry.value : null;
      },
      annotate: async (id, annotation) => {
        const stored = await client.call('history.annotate', { id, annotation });
        if (!stored.ok) return stored.error;
        keep(id, stored.value);
        return null;
      },
      setCount: (value) => set({ count: value }),
    };
  });
}

/** What is written on an exchange; nothing on one that was only just sent. */
export function selectAnnotation(id: string): (state: HistoryState) => Annotation {
  return ({ annotations }) => annotations[id] ?? noAnnotation;
}
