import { useEffect, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Timeline } from '../../../shared/model/timeline.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** The timeline of an exchange, asked again whenever something was sent or found out; `null` until it is read. */
export function useTimeline(exchangeId: string): Result<Timeline, Problem> | null {
  const { history, journal } = useStores();
  const [timeline, setTimeline] = useState<Result<Timeline, Problem> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found = await history.getState().timeline(exchangeId);
      if (isCurrent) setTimeline(found);
    };
    void read();
    const silence = journal.subscribe(() => void read());
    return () => {
      isCurrent = false;
      silence();
    };
  }, [history, journal, exchangeId]);
  return timeline;
}
