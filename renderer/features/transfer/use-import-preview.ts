import { useCallback, useDeferredValue } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { ImportPreview } from '../../../shared/model/transfer.ts';
import type { PastedInput } from '../../stores/create-layout-store.ts';
import type { ForeignFile } from '../../stores/create-transfer-store.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { useAsked } from '../use-asked.ts';

export const blankSource: PastedInput = { name: null, text: '', remark: null, problem: null };

/** What was pasted or dropped, as the core wants it. */
export function fileOf({ name, text }: PastedInput): ForeignFile {
  return { name: name ?? '', text };
}

/** What a source holds; `null` where there is none, or it is still being read. */
export function useImportPreview(source: PastedInput): Result<ImportPreview, Problem> | null {
  const { transfer } = useStores();
  const asked = useDeferredValue(source);
  const ask = useCallback(async () => {
    if (asked.text.trim() === '' || asked.problem !== null) return { asked, read: null };
    return { asked, read: await transfer.getState().read(fileOf(asked)) };
  }, [asked, transfer]);
  const answer = useAsked(ask);
  // What an earlier text held says nothing of this one.
  return answer === undefined || answer.asked !== source ? null : answer.read;
}
