import { useCallback, useEffect, useRef, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { RunResult, RunResultPage } from '../../../shared/model/run.ts';
import type { RunStore } from '../../stores/create-run-store.ts';
import { useStores } from '../../stores/stores-context.tsx';

const pageSize = 100;
/** A list as long as this grows only as it is scrolled, not with the run. */
const longest = 300;
/** What came meanwhile is read this long after it was told, so that the page is free for whoever looks at it. In milliseconds. */
const pause = 700;

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
 * Results of a run, read on as they are scrolled to. `finished` is how many there are; where it grows, those at the end
 * of the list are read, too. A component shows one list for all its life: another one is another component.
 */
export function useRunResults(id: string, only: RunResultPage['only'], finished: number): RunResults {
  const { runs } = useStores();
  const [loaded, setLoaded] = useState(nothing);
  const reader = useRef<ResultReader | null>(null);
  useEffect(() => {
    const created = createResultReader(runs, { id, only }, setLoaded);
    reader.current = created;
    created.more();
    return created.stop;
  }, [runs, id, only]);
  useEffect(() => reader.current?.readEnd(finished), [finished]);
  return { ...loaded, more: useCallback(() => reader.current?.more(), []) };
}

type ResultReader = {
  readonly more: () => void;
  /** Reads what is missing at the end of the list where there are so many results now. */
  readonly readEnd: (count: number) => void;
  readonly stop: () => void;
};

/** Reads one page at a time. */
function createResultReader(
  runs: RunStore,
  { id, only }: Pick<RunResultPage, 'id' | 'only'>,
  tell: (loaded: Loaded) => void,
): ResultReader {
  let known = nothing;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (part: Partial<Loaded>): void => {
    known = { ...known, ...part };
    tell(known);
  };
  const read = async (): Promise<void> => {
    put({ isLoading: true });
    const after = known.items.at(-1)?.number ?? 0;
    const page = await runs.getState().results({ id, only, after, limit: pageSize });
    if (!page.ok) return put({ isLoading: false, isComplete: true, problem: page.error });
    put({
      isLoading: false,
      items: page.value.length === 0 ? known.items : [...known.items, ...page.value],
      isComplete: page.value.length < pageSize,
      problem: null,
    });
  };
  const readEnd = (count: number): void => {
    if (count <= known.items.length) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (known.isLoading) return readEnd(count);
      if (!known.isComplete) return undefined;
      return known.items.length < longest ? void read() : put({ isComplete: false });
    }, pause);
  };
  return {
    more: () => {
      if (!known.isLoading && !known.isComplete) void read();
    },
    readEnd,
    stop: () => clearTimeout(timer),
  };
}
