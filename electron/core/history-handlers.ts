import { apis } from '../../shared/apis/registry.ts';
import type { Handlers, HistorySearch } from '../../shared/contract/commands.ts';
import { parseHistoryQuery } from '../../shared/engine/parse-history-query.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { HistoryDescription, Retention } from '../../shared/model/retention.ts';
import { annotateExchange } from './annotate-exchange.ts';
import { createPartReader } from './create-part-reader.ts';
import { compareStored } from './compare-stored.ts';
import type { Ports } from './ports.ts';
import { readTimeline } from './read-timeline.ts';
import { sweepHistory } from './sweep-history.ts';

/** Everything that can be asked of the history. `tellChange` is called where the list may look different afterwards. */
export function historyHandlers(
  ports: Ports,
  tellChange: () => void,
): Pick<
  Handlers,
  | 'history.list'
  | 'history.get'
  | 'history.body'
  | 'history.compare'
  | 'history.annotate'
  | 'history.refunds'
  | 'history.unresolved'
  | 'history.timeline'
  | 'history.describe'
  | 'history.retain'
> {
  const { history } = ports;
  const readPart = createPartReader(history);
  return {
    'history.list': async (search) => searchHistory(search, ports),
    'history.get': async ({ id }) => history.get(id),
    'history.body': async (input) => readPart(input),
    'history.compare': async (input) => compareStored(input, ports),
    'history.annotate': async (input) => annotateExchange(input, ports),
    'history.refunds': async ({ id }) => history.refundsOf(id),
    'history.unresolved': async () => history.unresolved(),
    'history.timeline': async ({ id }) => readTimeline(id, ports),
    'history.describe': async () => history.describe(),
    'history.retain': async (retention) => {
      const retained = await retain(retention, ports);
      tellChange();
      return retained;
    },
  };
}

function searchHistory(
  { query, limit, before }: HistorySearch,
  { history, calendar }: Ports,
): Result<readonly ExchangeSummary[], Problem> {
  const parsed = parseHistoryQuery(query, {
    apis: apis.map(({ id }) => id),
    dayStart: (year, month, day) => calendar.dayStart(year, month, day),
    today: calendar.today(),
  });
  return parsed.ok ? history.search(parsed.value, { limit, before }) : parsed;
}

async function retain(retention: Retention, ports: Ports): Promise<Result<HistoryDescription, Problem>> {
  const set = ports.history.setRetention(retention);
  if (!set.ok) return set;
  const swept = await sweepHistory(ports);
  return swept.ok ? ports.history.describe() : swept;
}
