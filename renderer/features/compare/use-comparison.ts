import { useEffect, useState } from 'react';

import type { ComparedWith, Comparison } from '../../../shared/model/comparison.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** What comparing gives; `null` until it is done, and while there is nothing to compare with. */
export function useComparison(left: string, right: ComparedWith | null): Result<Comparison, Problem> | null {
  const { history } = useStores();
  const [compared, setCompared] = useState<{
    readonly right: ComparedWith;
    readonly result: Result<Comparison, Problem>;
  } | null>(null);
  useEffect(() => {
    if (right === null) return undefined;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const result = await history.getState().compare(left, right);
      if (isCurrent) setCompared({ right, result });
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [history, left, right]);
  return compared?.right === right ? compared.result : null;
}
