import { useCallback, useEffect, useRef, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { RunResult, RunResultPage } from '../../../shared/model/run.ts';
import { type RunStore } from '../../stores/create-run-store.ts';
import { useStores } from '../../stores/stores-context.tsx';

const pageSize = 100;
/** Requests that run at once may end in another order than they began, so the last ones are read again. */
const unsettled = 64;

type Loaded = {
  readonly items: readonly RunResult[];
  /** Whether the last one there is was read. */
  readonly isComplete: boolean;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
};

export type RunResults = Loaded & { readonly more: () => void };

const nothing: Loaded = { items: [], isComplete: false, isLoading: false, problem: null };

/**
 * Results of a run, read on as they are scrolled to. `finished` is how many there are; where it grows, the end of the
 * list is read again. A component shows one list for all its life: another one is another component.
 */
export function useRunResults(id: string, only: RunResultPage['only'], finished: number): RunResults {
  const { runs } = useStores();
  const [loaded, setLoaded] = useState(nothing);
  const reader = useRef<ResultReader | null>(null);
  useEffect(() => {
    reader.current = createResultReader(runs, { id, only }, setLoaded);
    reader.current.more();
  }, [runs, id, only]);
  useEffect(() => reader.current?.readEnd(), [finished]);
  return { ...loaded, more: useCallback(() => reader.current?.more(), []) };
}

type ResultReader = { readonly more: () => void; readonly readEnd: () => void };

/** Reads one page at a time. */
function createResultReader(
  runs: RunStore,
  { id, only }: Pick<RunResultPage, 'id' | 'only'>,
  tell: (loaded: Loaded) => void,
): ResultReader {
  let known = nothing;
  let hasGrown = false;
  const put = (part: Partial<Loaded>): void => {
    known = { ...known, ...part };
    tell(known);
  };
  const read = async (after: number): Promise<void> => {
    put({ isLoading: true });
    const page = await runs.getState().results({ id, only, after, limit: pageSize });
    if (!page.ok) return put({ isLoading: false, isComplete: true, problem: page.error });
    put({
      isLoading: false,
      items: joined(known.items, page.value, after),
      isComplete: page.value.length < pageSize,
      problem: null,
    });
    if (hasGrown) readEnd();
  };
  const readEnd = (): void => {
    hasGrown = known.isLoading;
    if (known.isComplete && !known.isLoading) void read(known.items.at(-unsettled)?.number ?? 0);
  };
  return {
    more: () => {
      if (!known.isLoading && !known.isComplete) void read(known.items.at(-1)?.number ?? 0);
    },
    readEnd,
  };
}

/** What was read after a number takes the place of what was known after it, as far as it reaches. */
function joined(
  known: readonly RunResult[],
  page: readonly RunResult[],
  after: number,
): readonly RunResult[] {
  const last = page.at(-1)?.number ?? after;
  return [
    ...known.filter(({ number }) => number <= after),
    ...page,
    ...known.filter(({ number }) => number > last),
  ];
}
