import { useCallback } from 'react';

import type { JournalEntry } from '../../../shared/model/journal.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

const none: readonly JournalEntry[] = [];

/** What the journal says of the refunds of an exchange; asked again whenever it may have changed. */
export function useRefunds(exchangeId: string): readonly JournalEntry[] {
  const { journal } = useStores();
  const ask = useCallback(() => journal.getState().refundsOf(exchangeId), [journal, exchangeId]);
  return useAsked(ask, journal.subscribe) ?? none;
}
