import { useState } from 'react';

import { findApi } from '../../../shared/apis/registry.ts';
import type { BatchSummary } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { useLayout, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { saveFile } from '../../actions/save-file.ts';
import { classWords, formatMoment, formatTime } from '../words.ts';
import { totalWords } from './amount-words.ts';
import classes from './batch-page.module.css';
import targets from './batches.module.css';

/** What the batch is, where it goes, and what can be done with it. */
export function BatchHead({ batch }: { readonly batch: BatchSummary }) {
  const { plan, table, environment, startedAt, totals } = batch;
  const { word, icon } = classWords[environment.environmentClass];
  const template = findApi(plan.api)?.templates.find(({ id }) => id === plan.template);
  return (
    <header className={classes['head']}>
      <div className={classes['what']}>
        <h1>
          {template?.title ?? plan.template}
          <span className={classes['file']}>{table.name}</span>
        </h1>
        <p className={classes['facts']}>
          <span
            className={`${targets['class']} ${targets[environment.environmentClass]} ${classes['class']}`}
          >
            <Icon name={icon} /> {environment.name} · {word}
          </span>
          <span>{totals.map(totalWords).join(' and ')}</span>
          <time dateTime={startedAt} title={formatTime(startedAt)}>
            started {formatMoment(startedAt)}
          </time>
        </p>
      </div>
      <Actions batch={batch} />
    </header>
  );
}

function Actions({ batch }: { readonly batch: BatchSummary }) {
  const { batches, layout } = useStores();
  const open = useLayout((state) => state.open);
  const { id, state, counts, left } = batch;
  const tell = (problem: Problem | null): void => {
    if (problem !== null) layout.getState().notify(problem);
  };
  const save = async (): Promise<void> => {
    const result = await batches.getState().result(id);
    if (!result.ok) return tell(result.error);
    saveFile({ fileName: `batch-${id}-result.csv`, mediaType: 'text/csv', text: result.value });
    layout.getState().say(`Saved as batch-${id}-result.csv`);
  };
  const canResume = state !== 'running' && ((left?.rows ?? 0) > 0 || counts.unknown > 0);
  return (
    <div className={classes['actions']}>
      {state === 'running' && <StopButton id={id} onProblem={tell} />}
      {canResume && (
        <Button kind="primary" icon="debug-continue" onPress={() => open({ kind: 'resume-batch', id })}>
          {(left?.rows ?? 0) > 0 ? 'Resume…' : 'Find out…'}
        </Button>
      )}
      <Button icon="save" onPress={() => void save()}>
        Save the result
      </Button>
      <Button icon="git-compare" onPress={() => open({ kind: 'reconcile-batch', id })}>
        Reconcile…
      </Button>
    </div>
  );
}

type StopProps = { readonly id: string; readonly onProblem: (problem: Problem | null) => void };

/** Ends it after the call under way. */
function StopButton({ id, onProblem }: StopProps) {
  const { batches } = useStores();
  const [isStopping, setStopping] = useState(false);
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    setStopping(true);
    const problem = await batches.getState().stop(id);
    if (problem !== null) setStopping(false);
    onProblem(problem);
  };
  return (
    <Button kind="risk" icon="debug-stop" onPress={() => void stop()}>
      {isStopping ? 'Stopping after this call …' : 'Stop'}
    </Button>
  );
}
