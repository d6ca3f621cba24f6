import { useEffect, useState } from 'react';

import { requestPathsOf } from '../../../shared/engine/choose-requests.ts';
import type { Collection } from '../../../shared/model/collection.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import { startRun } from '../../actions/start-run.ts';
import { useEnvironments, useStores } from '../../stores/stores-context.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatCount, formatMoment } from '../words.ts';
import { RequestTree } from './request-tree.tsx';
import { planOf, plannedRequests, type RunForm } from './run-form.ts';
import { RunSettings } from './run-settings.tsx';
import classes from './run-setup.module.css';
import { requestWords } from './run-words.ts';
import { StartBar } from './start-bar.tsx';

type Props = {
  readonly collection: Collection;
  readonly initial: RunForm;
  /** The run of which only what failed is run again; `null` for a whole one. */
  readonly onlyFailedOf: RunSummary | null;
};

/** What is run on the left, how on the right, and the start below. */
export function RunSetup({ collection, initial, onlyFailedOf }: Props) {
  const stores = useStores();
  const [form, setForm] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isStarting, setStarting] = useState(false);
  const environment = useEnvironments(({ overview }) =>
    overview.environments.find(({ id }) => id === form.environmentId),
  );
  useReleased(form.table?.description?.id ?? null);
  const change = (part: Partial<RunForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setProblems([]);
  };
  const plan = planOf(form, {
    collection,
    environmentClass: environment?.environmentClass ?? 'test',
    onlyFailedOf: onlyFailedOf?.id ?? null,
  });
  const start = async (): Promise<void> => {
    setStarting(true);
    setProblems(await startRun(stores, plan));
    setStarting(false);
  };
  const count = onlyFailedOf === null ? plannedRequests(form) : onlyFailedOf.counts.failed;
  return (
    <>
      <div className={classes['columns']}>
        <div className={classes['what']}>
          {onlyFailedOf === null ? (
            <>
              <h2>
                What <span>{chosenWords(form, collection)}</span>
              </h2>
              <RequestTree
                items={collection.items}
                chosen={form.chosen}
                onChange={(chosen) => change({ chosen })}
              />
            </>
          ) : (
            <OnlyFailed run={onlyFailedOf} />
          )}
        </div>
        <RunSettings
          form={form}
          environmentClass={environment?.environmentClass ?? 'test'}
          isFixed={onlyFailedOf !== null}
          onChange={change}
        />
      </div>
      {problems.length > 0 && (
        <div role="alert" className={classes['problems']}>
          <h2>
            {problems.length === 1
              ? 'One thing keeps it from starting'
              : `${formatCount(problems.length)} things keep it from starting`}
          </h2>
          <ProblemList problems={problems} kind="problem" />
        </div>
      )}
      <StartBar
        plan={plan}
        count={count}
        dataFile={form.table?.name ?? null}
        environment={environment ?? null}
        isStarting={isStarting}
        onStart={() => void start()}
      />
    </>
  );
}

function OnlyFailed({ run }: { readonly run: RunSummary }) {
  const { counts, startedAt, table } = run;
  return (
    <>
      <h2>
        What <span>{requestWords(counts.failed)}</span>
      </h2>
      <p className={classes['failed']}>
        Those that failed in the run of {formatMoment(startedAt)}
        {table === null ? '' : `, with their rows of ${table.name}`}. What passed there is not sent again.
      </p>
      {counts.unknown > 0 && (
        <p className={classes['unknown']}>
          {counts.unknown === 1 ? 'One of them has' : `${formatCount(counts.unknown)} of them have`} no known
          outcome. What may have happened is not sent again before somebody wrote down what became of it.
        </p>
      )}
    </>
  );
}

/** Forgets a data file when it is not needed here any more; the core keeps those of runs. */
function useReleased(id: string | null): void {
  const { tables } = useStores();
  useEffect(() => {
    if (id === null) return undefined;
    return () => void tables.getState().release(id);
  }, [tables, id]);
}

function chosenWords({ chosen }: RunForm, { items }: Collection): string {
  const all = requestPathsOf(items).length;
  return chosen.size === all ? `all ${requestWords(all)}` : `${chosen.size} of ${requestWords(all)}`;
}
