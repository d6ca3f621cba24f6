import type { Exchange, ExchangeSummary, HistoryPage } from '../model/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** Everything that was sent. A record stands before the first byte leaves, so a crash cannot hide a send. */
export type HistoryStore = {
  /** Records that a send is about to happen and gives it its id. */
  begin(exchange: Omit<Exchange, 'id'>): Result<string, Problem>;
  /** Records what became of it. */
  settle(exchange: Exchange): Result<null, Problem>;
  list(page: HistoryPage): Result<readonly ExchangeSummary[], Problem>;
  get(id: string): Result<Exchange | null, Problem>;
  count(): Result<number, Problem>;
};
