import { findApi } from '../../shared/apis/registry.ts';
import { lookUpRefunds } from '../../shared/engine/look-up-refunds.ts';
import { targetOf } from '../../shared/engine/target-of.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Timeline } from '../../shared/model/timeline.ts';
import type { Target } from '../../shared/ports/history-store.ts';
import { noSuchExchange } from './no-such-exchange.ts';
import type { Ports } from './ports.ts';

/** Everything that was sent about the transactions of one exchange. */
export function readTimeline(id: string, { history }: Ports): Result<Timeline, Problem> {
  const entry = history.get(id);
  if (!entry.ok) return entry;
  if (entry.value === null) return fail(noSuchExchange(id));
  const { exchange } = entry.value;
  const own = history.refundsOf(id);
  if (!own.ok) return own;
  const at = own.value[0] ?? placeOf(exchange);
  const transactions =
    own.value.length > 0
      ? ok(own.value.map(({ transaction }) => transaction))
      : askedFor(exchange, at, history);
  if (!transactions.ok) return transactions;
  const unique = [...new Set(transactions.value)];
  const events = history.timeline(at, unique);
  return events.ok ? ok({ transactions: unique, events: events.value }) : events;
}

function placeOf({ draft, environment, main }: Exchange): Target {
  return { api: draft.api, target: targetOf(environment.environmentClass, main?.request.url ?? draft.url) };
}

/** What a call that only asks is about: what its answer tells of, and what its request names of earlier refunds. */
function askedFor(
  exchange: Exchange,
  at: Target,
  history: Ports['history'],
): Result<readonly string[], Problem> {
  const { main } = exchange;
  if (main === null) return ok([]);
  const named = history.transactionsOf(at, wordsOf(main.request));
  if (!named.ok) return named;
  return ok([...lookedUp(exchange), ...named.value]);
}

function lookedUp({ draft, main, openedBody }: Exchange): readonly string[] {
  const api = findApi(draft.api);
  const outcome = main?.outcome ?? null;
  if (api === null || main === null || outcome?.kind !== 'response') return [];
  const readable =
    openedBody === null ? outcome : { ...outcome, body: { ...outcome.body, text: openedBody } };
  return lookUpRefunds(api, readable, { operation: draft.operation, request: main.request }).flatMap(
    ({ transaction }) => (transaction === null ? [] : [transaction]),
  );
}

/** Enough for every id of a status call; a longer request is a batch, and a batch has refunds of its own. */
const mostWords = 500;

function wordsOf({ url, body }: RequestParts): readonly string[] {
  const words = `${url} ${body ?? ''}`.match(/[^\s"'<>&=/?,:;{}[\]()]{3,200}/g) ?? [];
  return [...new Set(words)].slice(0, mostWords);
}
