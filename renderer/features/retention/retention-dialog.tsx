import { useEffect, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { HistoryDescription } from '../../../shared/model/retention.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { HistoryFacts } from './history-facts.tsx';
import classes from './retention-dialog.module.css';
import { RetentionForm } from './retention-form.tsx';

/** How long exchanges are kept, and what there is. */
export function RetentionDialog({ onClose }: { readonly onClose: () => void }) {
  const { history } = useStores();
  const [described, setDescribed] = useState<Result<HistoryDescription, Problem> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const description = await history.getState().describe();
      if (isCurrent) setDescribed(description);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [history]);
  return (
    <Dialog title="How long exchanges are kept" onClose={onClose}>
      <div className={classes['parts']}>
        {described === null && <p role="status">Looking at the history …</p>}
        {described?.ok === false && <ProblemList problems={[described.error]} kind="problem" />}
        {described?.ok === true && (
          <>
            <HistoryFacts description={described.value} />
            <RetentionForm
              retention={described.value.retention}
              onSet={(description) => setDescribed({ ok: true, value: description })}
              onClose={onClose}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
