import { useEffect, useState } from 'react';

import type { Exchange } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** An exchange from the history; `undefined` until it is read, `null` where it is not there or cannot be read. */
export function useStoredExchange(id: string): Exchange | null | undefined {
  const { history } = useStores();
  const [exchange, setExchange] = useState<Exchange | null | undefined>(undefined);
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
