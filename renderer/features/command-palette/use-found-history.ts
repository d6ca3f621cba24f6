import { useEffect, useState } from 'react';

import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useHistory, useStores } from '../../stores/stores-context.tsx';

/** The core is asked this long after the last key, in milliseconds. */
const pause = 120;

/** So many exchanges are shown. */
const shown = 20;

/** What of the history fits, and the query that it fits: the core looks through everything that was ever sent. */
export type FoundHistory = { readonly query: string; readonly exchanges: readonly ExchangeSummary[] };

/** The newest exchanges; once something is typed, the newest that fit it. An older answer stays until the next is there. */
export function useFoundHistory(query: string): FoundHistory {
  const { history } = useStores();
  const newest = useHistory((state) => state.entries);
  const [found, setFound] = useState<FoundHistory | null>(null);
  useEffect(() => {
    if (query === '') return undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const page = await history.getState().find(query);
      // What is no query of the history finds nothing there.
      if (!isOver) setFound({ query, exchanges: page.ok ? page.value.slice(0, shown) : [] });
    };
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [query, history]);
  return query === '' || found === null ? { query: '', exchanges: newest.slice(0, shown) } : found;
}
