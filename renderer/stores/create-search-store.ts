import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';

const pageSize = 100;
/** The history is asked this long after the last change, in milliseconds. */
const pause = 120;

export type SearchState = {
  /** As typed. */
  readonly query: string;
  /** The query that `entries` answer; `null` before the first answer. */
  readonly answered: string | null;
  /** Newest first; only what was asked for. */
  readonly entries: readonly ExchangeSummary[];
  readonly complete: boolean;
  readonly isLoadingMore: boolean;
  /** Why the query as typed has no answer; `entries` are still those of the last one that had. */
  readonly problem: Problem | null;
  /** The list with what came while somebody was reading further down; `null` where nothing came. */
  readonly newer: readonly ExchangeSummary[] | null;
  readonly setQuery: (query: string) => void;
  /** Reads the newest page again; what is read further down stays in its place. */
  readonly refresh: () => Promise<void>;
  readonly more: () => Promise<void>;
  /** While somebody reads, nothing new pushes what is read away. */
  readonly setReading: (isReading: boolean) => void;
  readonly showNewer: () => void;
  readonly setAnnotation: (id: string, annotation: Annotation) => void;
};

export type SearchStore = StoreApi<SearchState>;

const blank = {
  query: '',
  answered: null,
  entries: [],
  complete: false,
  isLoadingMore: false,
  problem: null,
  newer: null,
};

/** The history as it is searched and scrolled through. */
export function createSearchStore(client: WorkbenchClient): SearchStore {
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;
  return createStore<SearchState>((set, get) => {
    const find = async (): Promise<void> => {
      const number = ++newest;
      const { query, answered } = get();
      const page = await client.call('history.list', { query, limit: pageSize, before: null });
      // An older answer that comes late must not replace a newer one.
      if (number !== newest) return;
      if (!page.ok) return set({ problem: page.error });
      if (query === answered) return merge(page.value);
      isReading = false;
      const complete = page.value.length < pageSize;
      set({ ...blank, query: get().query, answered: query, entries: page.value, complete });
    };
    const merge = (page: readonly ExchangeSummary[]): void => {
      const { entries } = get();
      const last = entries.findIndex(({ id }) => id === page.at(-1)?.id);
      const isAll = page.length < pageSize;
      const older = isAll || last === -1 ? [] : entries.slice(last + 1);
      const merged = [...page, ...older];
      const hasNew = page[0] !== undefined && page[0].id !== entries[0]?.id;
      const complete = isAll || (older.length > 0 && get().complete);
      if (!isReading || !hasNew) return set({ entries: merged, complete, newer: null, problem: null });
      const fresh = new Map(page.map((entry) => [entry.id, entry]));
      set({ entries: entries.map((entry) => fresh.get(entry.id) ?? entry), newer: merged, problem: null });
    };
    return {
      ...blank,
      setQuery: (query) => {
        set({ query });
        clearTimeout(timer);
        timer = setTimeout(() => void find(), pause);
      },
      refresh: find,
      more: async () => {
        const { answered, entries, complete, isLoadingMore } = get();
        const before = entries.at(-1)?.id ?? null;
        if (answered === null || before === null || complete || isLoadingMore) return;
        set({ isLoadingMore: true });
        const page = await client.call('history.list', { query: answered, limit: pageSize, before });
        const { answered: now, entries: loaded, newer } = get();
        if (now !== answered) return;
        set({ isLoadingMore: false });
        if (!page.ok) return set({ problem: page.error });
        if (loaded.at(-1)?.id !== before) return;
        set({
          entries: [...loaded, ...page.value],
          newer: newer && [...newer, ...page.value],
          complete: page.value.length < pageSize,
        });
      },
      setReading: (reads) => void (isReading = reads),
      showNewer: () => {
        isReading = false;
        set(({ newer, entries, complete }) =>
          newer === null
            ? {}
            : { entries: newer, newer: null, complete: complete && newer.at(-1)?.id === entries.at(-1)?.id },
        );
      },
      setAnnotation: (id, annotation) => {
        const noted = (entry: ExchangeSummary): ExchangeSummary =>
          entry.id === id ? { ...entry, annotation } : entry;
        set(({ entries, newer }) => ({ entries: entries.map(noted), newer: newer && newer.map(noted) }));
      },
    };
  });
}
