import { useEffect, useState } from 'react';

import type { JournalEntry } from '../../../shared/model/journal.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** What the journal says of the refunds of an exchange; asked again whenever it may have changed. */
export function useRefunds(exchangeId: string): readonly JournalEntry[] {
  const { journal } = useStores();
  const [refunds, setRefunds] = useState<readonly JournalEntry[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found = await journal.getState().refundsOf(exchangeId);
      if (isCurrent) setRefunds(found);
    };
    void read();
    const silence = journal.subscribe(() => void read());
    return () => {
      isCurrent = false;
      silence();
    };
  }, [journal, exchangeId]);
  return refunds;
}
