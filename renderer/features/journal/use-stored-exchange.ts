import { useEffect, useState } from 'react';

import type { Exchange } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** An exchange from the history; `null` until it is read, and where it cannot be. */
export function useStoredExchange(id: string): Exchange | null {
  const { history } = useStores();
  const [exchange, setExchange] = useState<Exchange | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found = await history.getState().get(id);
      if (isCurrent) setExchange(found?.exchange ?? null);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [history, id]);
  return exchange;
}
