import { useCallback } from 'react';

import type { Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

/** Exchanges that came before one: about the same transactions, and of the same template; newest first. */
export type EarlierExchanges = {
  readonly sameTransaction: readonly ExchangeSummary[];
  readonly sameRequest: readonly ExchangeSummary[];
};

/** What came before an exchange, once it is read; `null` until then. */
export function useEarlierExchanges(exchange: Exchange | null): EarlierExchanges | null {
  const { history } = useStores();
  const ask = useCallback(async () => {
    if (exchange === null) return null;
    const { timeline, find } = history.getState();
    const [about, same] = await Promise.all([timeline(exchange.id), find(`api:${exchange.draft.api}`)]);
    const events = about.ok ? about.value.events.map((event) => event.exchange).toReversed() : [];
    return sortOut(exchange, events, same.ok ? same.value : []);
  }, [history, exchange]);
  return useAsked(ask) ?? null;
}

function sortOut(
  exchange: Exchange,
  events: readonly ExchangeSummary[],
  recent: readonly ExchangeSummary[],
): EarlierExchanges {
  const isEarlier = ({ id, startedAt }: ExchangeSummary): boolean =>
    id !== exchange.id && startedAt <= exchange.startedAt;
  const sameTransaction = events.filter(isEarlier);
  const known = new Set(sameTransaction.map(({ id }) => id));
  const { template } = exchange.draft;
  const sameRequest = recent.filter(
    (entry) => isEarlier(entry) && !known.has(entry.id) && template !== null && entry.template === template,
  );
  return { sameTransaction, sameRequest };
}
