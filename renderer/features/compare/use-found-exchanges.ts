import { useEffect, useState } from 'react';

import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** The history is asked this long after the last key, in milliseconds. */
const pause = 120;

/** The newest exchanges that fit a query, in the language of the history; none while it cannot be read. */
export function useFoundExchanges(query: string): readonly ExchangeSummary[] {
  const { history } = useStores();
  const [found, setFound] = useState<readonly ExchangeSummary[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const entries = await history.getState().find(query);
      if (isCurrent) setFound(entries.ok ? entries.value : []);
    };
    const timer = setTimeout(() => void read(), pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [history, query]);
  return found;
}
