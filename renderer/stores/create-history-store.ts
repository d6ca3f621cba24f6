import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { BodyPartInput } from '../../shared/contract/commands.ts';
import type { BodyPart } from '../../shared/model/body-part.ts';
import type { ComparedWith, Comparison } from '../../shared/model/comparison.ts';
import type { ExchangeSummary, HistoryEntry } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { HistoryDescription, Retention } from '../../shared/model/retention.ts';
import type { Timeline } from '../../shared/model/timeline.ts';

const pageSize = 50;

export type HistoryState = {
  /** The newest page, newest first. */
  readonly entries: readonly ExchangeSummary[];
  readonly count: number;
  readonly refresh: () => Promise<void>;
  readonly get: (id: string) => Promise<HistoryEntry | null>;
  /** A stretch of an answer of which only the beginning is here. */
  readonly readPart: (input: BodyPartInput) => Promise<Result<BodyPart, Problem>>;
  /** The newest page of what fits a query. */
  readonly find: (query: string) => Promise<Result<readonly ExchangeSummary[], Problem>>;
  readonly compare: (left: string, right: ComparedWith) => Promise<Result<Comparison, Problem>>;
  /** Everything that was sent about the transactions of one exchange. */
  readonly timeline: (id: string) => Promise<Result<Timeline, Problem>>;
  readonly describe: () => Promise<Result<HistoryDescription, Problem>>;
  readonly retain: (retention: Retention) => Promise<Result<HistoryDescription, Problem>>;
  readonly setCount: (count: number) => void;
};

export type HistoryStore = StoreApi<HistoryState>;

/** The newest page of the history. A stored answer is read only when it is asked for. */
export function createHistoryStore(client: WorkbenchClient, count: number): HistoryStore {
  return createStore<HistoryState>((set) => ({
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
    readPart: (input) => client.call('history.body', input),
    find: (query) => client.call('history.list', { query, limit: pageSize, before: null }),
    compare: (left, right) => client.call('history.compare', { left, right }),
    timeline: (id) => client.call('history.timeline', { id }),
    describe: () => client.call('history.describe', null),
    retain: (retention) => client.call('history.retain', retention),
    setCount: (value) => set({ count: value }),
  }));
}
