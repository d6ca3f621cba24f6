import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { BatchRow, BatchRowState, BatchSummary } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { pageSize, refreshPages, type RowPages } from './refresh-pages.ts';

/** While it runs the list is brought up to date this often, in milliseconds. */
const rest = 1000;

export type BatchRows = {
  readonly rows: readonly BatchRow[];
  /** Whether all of them are here. */
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  readonly more: () => void;
};

const none: RowPages = { pages: [], isComplete: false };

/**
 * The rows of a batch in these states, page by page as they are scrolled to, and kept up to date while it runs. `states`
 * has to stay the same array while the filter does; none of them means all.
 */
export function useBatchRows(batch: BatchSummary, states: readonly BatchRowState[]): BatchRows {
  const { batches } = useStores();
  const { id } = batch;
  const [loaded, setLoaded] = useState({ filter: states, pages: none });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isLoading, setLoading] = useState(false);
  /** What is loaded, and whether more is being read: an answer to an older filter is dropped. */
  const latest = useRef({ filter: states, pages: none, isBusy: false });
  const read = useCallback(
    (after: number) => batches.getState().rows({ id, after, limit: pageSize, states }),
    [batches, id, states],
  );
  const change = useCallback(
    async (next: (before: RowPages) => Promise<RowPages | null>): Promise<void> => {
      if (latest.current.filter !== states) latest.current = { filter: states, pages: none, isBusy: false };
      if (latest.current.isBusy) return;
      latest.current.isBusy = true;
      const pages = await next(latest.current.pages);
      if (latest.current.filter !== states) return;
      latest.current = { filter: states, pages: pages ?? latest.current.pages, isBusy: false };
      setLoaded(latest.current);
    },
    [states],
  );
  const more = useCallback(
    () =>
      change(async ({ pages, isComplete }) => {
        if (isComplete) return null;
        setLoading(true);
        const page = await read(pages.at(-1)?.at(-1)?.row ?? 0);
        setLoading(false);
        setProblem(page.ok ? null : page.error);
        if (!page.ok) return null;
        const { value } = page;
        return { pages: value.length === 0 ? pages : [...pages, value], isComplete: value.length < pageSize };
      }),
    [change, read],
  );
  const refresh = useCallback(
    () => change((before) => refreshPages(before, states.length === 0, read)),
    [change, read, states],
  );
  useEffect(() => {
    void more();
  }, [more]);
  useRefresh(batch, refresh);
  const shown = loaded.filter === states ? loaded.pages : none;
  const rows = useMemo(() => shown.pages.flat(), [shown]);
  return {
    rows,
    isComplete: shown.isComplete,
    isLoading,
    problem,
    more: () => void more(),
  };
}

/** Calls `refresh` after changes of the batch, with a rest in between, and once more after the last. */
function useRefresh(batch: BatchSummary, refresh: () => Promise<void>): void {
  const last = useRef(0);
  const known = useRef(batch);
  useEffect(() => {
    if (known.current === batch) return undefined;
    const wait = Math.max(0, last.current + rest - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      known.current = batch;
      void refresh();
    }, wait);
    return () => clearTimeout(timer);
  }, [batch, refresh]);
}
