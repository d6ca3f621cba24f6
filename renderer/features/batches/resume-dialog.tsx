import { useState } from 'react';

import type { BatchSummary } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { useBatches, useProduction, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { classWords, formatCount } from '../words.ts';
import classes from './batches.module.css';
import { ArmFirst } from './arm-first.tsx';
import { TypedConfirmation } from './typed-confirmation.tsx';

type Props = { readonly id: string; readonly onClose: () => void };

/** Goes on with a batch: what is left is told and typed, and what nobody knows the outcome of is found out first. */
export function ResumeDialog({ id, onClose }: Props) {
  const batch = useBatches(({ byId }) => byId[id]);
  if (batch === undefined) return null;
  return (
    <Dialog title={(batch.left?.rows ?? 0) > 0 ? 'Resume the batch' : 'Find out'} onClose={onClose}>
      <Resume batch={batch} onClose={onClose} />
    </Dialog>
  );
}

function Resume({ batch, onClose }: { readonly batch: BatchSummary; readonly onClose: () => void }) {
  const { batches } = useStores();
  const { id, environment, counts } = batch;
  const left = batch.left?.rows ?? 0;
  const isArmed = useProduction(selectArmedUntil(environment.id)) !== null;
  const isReadOnly = environment.environmentClass === 'production' && !isArmed;
  const [resolve, setResolve] = useState(counts.unknown > 0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isStarting, setStarting] = useState(false);
  const resume = async (confirmation: string): Promise<void> => {
    // The button stays enabled: one that is not would lose the focus.
    if (isStarting) return;
    setStarting(true);
    const resumed = await batches.getState().resume({ id, confirmation, resolve });
    setStarting(false);
    if (resumed.ok) onClose();
    else setProblems(resumed.error);
  };
  return (
    <div className={classes['resume']}>
      <div className={`${classes['facts']} ${classes[environment.environmentClass]}`}>
        <p className={classes['sentence']}>{resumeSentence(batch)}</p>
        <p>
          {environment.name} · {classWords[environment.environmentClass].word}
        </p>
        {isReadOnly && <ArmFirst environment={environment} />}
      </div>
      {counts.unknown > 0 && (
        <label className={classes['check']}>
          <input
            type="checkbox"
            checked={resolve}
            disabled={left === 0}
            onChange={({ target }) => setResolve(target.checked)}
          />
          <span>
            First find out what became of {countWords(counts.unknown, 'quarantined row')}: by asking the
            provider, and by the same request once more only where the same id makes that safe. What stays
            open stays in quarantine.
          </span>
        </label>
      )}
      {left > 0 ? (
        <TypedConfirmation
          asked={batch.left?.confirmation.asked ?? ''}
          action={isStarting ? 'Resuming …' : 'Resume'}
          isDisabled={isReadOnly}
          onConfirm={(typed) => void resume(typed)}
        />
      ) : (
        <div>
          <Button kind="primary" icon="search" isDisabled={isReadOnly} onPress={() => void resume('')}>
            {isStarting ? 'Asking …' : 'Ask for their state'}
          </Button>
        </div>
      )}
      <div role="alert" className={classes['alert']}>
        <ProblemList problems={problems} kind="problem" />
      </div>
    </div>
  );
}

function resumeSentence({ left, counts }: BatchSummary): string {
  if (left === null || left.rows === 0) {
    return `Nothing is left to send. ${countWords(counts.unknown, 'refund')} may have happened, or not.`;
  }
  return `Sends the ${countWords(left.rows, 'row')} that were never sent, and no other: ${left.confirmation.asked}.`;
}

function countWords(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${formatCount(count)} ${noun}s`;
}
