import { useEffect, useState } from 'react';

import type { Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Exchanges that came before one: about the same transactions, and of the same template; newest first. */
export type EarlierExchanges = {
  readonly sameTransaction: readonly ExchangeSummary[];
  readonly sameRequest: readonly ExchangeSummary[];
};

/** What came before an exchange, once it is read; `null` until then. */
export function useEarlierExchanges(exchange: Exchange | null): EarlierExchanges | null {
  const { history } = useStores();
  const [earlier, setEarlier] = useState<EarlierExchanges | null>(null);
  useEffect(() => {
    if (exchange === null) return undefined;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const { timeline, find } = history.getState();
      const [about, same] = await Promise.all([timeline(exchange.id), find(`api:${exchange.draft.api}`)]);
      const events = about.ok ? about.value.events.map((event) => event.exchange).toReversed() : [];
      if (isCurrent) setEarlier(sortOut(exchange, events, same.ok ? same.value : []));
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [history, exchange]);
  return earlier;
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
