import type { HistoryStore } from '../../shared/ports/history-store.ts';

/** The same history, which looks after every settled send whether a backup is due. */
export function withBackups(history: HistoryStore, makeIfDue: () => void): HistoryStore {
  return {
    ...history,
    settle: (exchange, states) => {
      const settled = history.settle(exchange, states);
      if (settled.ok) makeIfDue();
      return settled;
    },
  };
}
