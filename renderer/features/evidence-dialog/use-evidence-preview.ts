import { useEffect, useState } from 'react';

import type { EvidencePreview } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useStores } from '../../stores/stores-context.tsx';

export type PreviewState = {
  /** The last one that was made; `null` before the first. */
  readonly preview: EvidencePreview | null;
  readonly problem: Problem | null;
  /** Whether the preview is of what is asked for now. */
  readonly isCurrent: boolean;
};

type Answer = Omit<PreviewState, 'isCurrent'> & { readonly of: string };

/** Evidence as it would be written; made anew with every change of what it is of, or of what is taken out. */
export function useEvidencePreview(ids: readonly string[], remove: readonly string[]): PreviewState {
  const { evidence } = useStores();
  const [answer, setAnswer] = useState<Answer>({ preview: null, problem: null, of: '' });
  const wanted = JSON.stringify({ ids, remove });
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const made = await evidence.getState().preview({ ids, remove });
      if (!isWanted) return;
      setAnswer(
        made.ok
          ? { preview: made.value, problem: null, of: wanted }
          : { preview: null, problem: made.error, of: wanted },
      );
    };
    void ask();
    return () => {
      isWanted = false;
    };
    // The two lists are new at every render; their text says whether they changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [evidence, wanted]);
  return { ...answer, isCurrent: answer.of === wanted };
}
