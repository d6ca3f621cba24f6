import { useCallback } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Timeline } from '../../../shared/model/timeline.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

/** The timeline of an exchange, asked again whenever something was sent or found out; `null` until it is read. */
export function useTimeline(exchangeId: string): Result<Timeline, Problem> | null {
  const { history, journal } = useStores();
  const ask = useCallback(() => history.getState().timeline(exchangeId), [history, exchangeId]);
  return useAsked(ask, journal.subscribe) ?? null;
}
