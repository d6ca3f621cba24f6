import { useState } from 'react';

import type { BatchCheck } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { selectArmedUntil } from '../../stores/create-production-store.ts';
import { useProduction, useStores } from '../../stores/stores-context.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { classWords, formatCount } from '../words.ts';
import { totalWords } from './amount-words.ts';
import { ArmFirst } from './arm-first.tsx';
import classes from './batches.module.css';
import { Step } from './step.tsx';
import { TypedConfirmation } from './typed-confirmation.tsx';
import type { BatchWork } from './use-batch-work.ts';

/** The one confirmation: what will happen in one sentence, and the total to be typed. */
export function StartStep({ work }: { readonly work: BatchWork }) {
  const { check } = work;
  return (
    <Step number={6} title="Start" isDone={false}>
      {check === null || check.ready === 0 ? (
        <p className={classes['waiting']}>
          {check === null
            ? 'A batch can be started once every row was looked at.'
            : 'None of the rows can be sent, so there is nothing to start.'}
        </p>
      ) : (
        <Start work={work} check={check} />
      )}
    </Step>
  );
}

function Start({ work, check }: { readonly work: BatchWork; readonly check: BatchCheck }) {
  const { batches, layout } = useStores();
  const { plan, environment } = work;
  const isArmed = useProduction(selectArmedUntil(environment.id)) !== null;
  const isReadOnly = environment.environmentClass === 'production' && !isArmed;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isStarting, setStarting] = useState(false);
  const start = async (typed: string): Promise<void> => {
    if (plan === null || isStarting) return;
    setStarting(true);
    const started = await batches.getState().start(plan, typed);
    setStarting(false);
    if (!started.ok) return setProblems(started.error);
    layout.getState().showPage({ kind: 'batch', id: started.value.id });
    batches.getState().begin(null);
  };
  return (
    <div className={`${classes['facts']} ${classes[environment.environmentClass]}`}>
      <p className={classes['sentence']}>{startSentence(work, check)}</p>
      {isReadOnly && <ArmFirst environment={environment} />}
      <TypedConfirmation
        asked={check.confirmation.asked}
        action={isStarting ? 'Starting …' : 'Start the batch'}
        isDisabled={isReadOnly || plan === null}
        onConfirm={(typed) => void start(typed)}
      />
      <div role="alert" className={classes['alert']}>
        <ProblemList problems={problems} kind="problem" />
      </div>
    </div>
  );
}

function startSentence(
  { environment, draft }: BatchWork,
  { ready, rows, calls, totals }: BatchCheck,
): string {
  const refunds = ready === 1 ? '1 refund' : `${formatCount(ready)} refunds`;
  const inCalls = calls === 1 ? 'one call' : `${formatCount(calls)} calls`;
  const left = rows - ready;
  const leftOut =
    left === 0
      ? ''
      : left === 1
        ? ' The row that is wrong is left out.'
        : ` The ${formatCount(left)} rows that are wrong are left out.`;
  const stop =
    draft.failuresInARow === ''
      ? ''
      : ` It stops by itself after ${draft.failuresInARow} ${draft.failuresInARow === '1' ? 'failure' : 'failures in a row'}.`;
  return `Sends ${refunds}, ${totals.map(totalWords).join(' and ')}, in ${inCalls} to ${environment.name} · ${classWords[environment.environmentClass].word}.${leftOut}${stop}`;
}
