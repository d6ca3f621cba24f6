import { useCallback } from 'react';

import type { Exchange } from '../../../shared/model/exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

/** An exchange from the history; `undefined` until it is read, `null` where it is not there or cannot be read. */
export function useStoredExchange(id: string): Exchange | null | undefined {
  const { history } = useStores();
  const ask = useCallback(async () => (await history.getState().get(id))?.exchange ?? null, [history, id]);
  return useAsked(ask);
}
