import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { DecideInput } from '../../shared/contract/commands.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { JournalEntry } from '../../shared/model/journal.ts';
import type { Problem } from '../../shared/model/problem.ts';

export type JournalState = {
  /** Exchanges with a refund that may have happened and of which nothing is known, newest first. */
  readonly unresolved: readonly ExchangeSummary[];
  /** The refunds of one exchange, and what was found out about them; none where they cannot be read. */
  readonly refundsOf: (exchangeId: string) => Promise<readonly JournalEntry[]>;
  readonly decide: (input: DecideInput) => Promise<Problem | null>;
  /** Asks again; whoever listens to the store hears of it even where nothing is new, since a refund may be. */
  readonly refresh: () => Promise<void>;
};

export type JournalStore = StoreApi<JournalState>;

/** What became of refunds, as the core keeps it. */
export function createJournalStore(
  client: WorkbenchClient,
  initial: readonly ExchangeSummary[],
): JournalStore {
  return createStore<JournalState>((set) => ({
    unresolved: initial,
    refundsOf: async (id) => {
      const refunds = await client.call('history.refunds', { id });
      return refunds.ok ? refunds.value : [];
    },
    decide: async (input) => {
      const decided = await client.call('exchange.decide', input);
      return decided.ok ? null : decided.error;
    },
    refresh: async () => {
      const unresolved = await client.call('history.unresolved', null);
      set(unresolved.ok ? { unresolved: unresolved.value } : {});
    },
  }));
}
