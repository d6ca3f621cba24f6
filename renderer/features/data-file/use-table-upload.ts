import { useEffect, useRef, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { TableDescription } from '../../../shared/model/table.ts';
import { addTable } from '../../actions/add-table.ts';
import { useStores } from '../../stores/stores-context.tsx';

export type TableUploadState = {
  /** Share that is read, from 0 to 1; `null` while nothing is. */
  readonly progress: number | null;
  readonly problem: Problem | null;
  /** Reads a file, cut at this separator; `null` finds it out. */
  readonly read: (file: File, separator: string | null) => void;
  /** Reads the same file again, cut differently; `null` where the page does not have it any more. */
  readonly readAgain: ((separator: string | null) => void) | null;
  readonly cancel: () => void;
};

/** Reads data files, one at a time: another one ends the reading of the last. */
export function useTableUpload(onTable: (table: TableDescription) => void): TableUploadState {
  const stores = useStores();
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const read = async (chosen: File, separator: string | null): Promise<void> => {
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    setFile(chosen);
    setProblem(null);
    setProgress(0);
    const { signal } = controller;
    const onProgress = (share: number): void => {
      if (!signal.aborted) setProgress(share);
    };
    const added = await addTable(stores, { file: chosen, separator, onProgress, signal });
    if (signal.aborted) return;
    setProgress(null);
    if (added.ok) onTable(added.value);
    else setProblem(added.error);
  };
  return {
    progress,
    problem,
    read: (chosen, separator) => void read(chosen, separator),
    readAgain: file === null ? null : (separator) => void read(file, separator),
    cancel: () => {
      underWay.current?.abort();
      setProgress(null);
    },
  };
}
