import { useEffect, useState } from 'react';

import type { Problem } from '../../../shared/model/problem.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import { useRuns, useStores } from '../../stores/stores-context.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { RunEnd } from './run-end.tsx';
import { RunHead } from './run-head.tsx';
import classes from './run-page.module.css';
import { RunProgress } from './run-progress.tsx';
import { RunResults } from './run-results.tsx';

/** A run: how it goes, and its results. */
export function RunPage({ id }: { readonly id: string }) {
  const { runs } = useStores();
  const run = useRuns(({ byId }) => byId[id]);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found = await runs.getState().read(id);
      if (isCurrent) setProblem(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [runs, id]);
  if (run === undefined) {
    return problem === null ? (
      <p className={classes['waiting']}>Reading the run …</p>
    ) : (
      <ProblemList problems={[problem]} kind="problem" />
    );
  }
  return <Run run={run} />;
}

function Run({ run }: { readonly run: RunSummary }) {
  return (
    <section className={classes['page']} aria-label={`Run of ${run.collection.name}`}>
      <RunHead run={run} />
      <RunProgress run={run} />
      <RunEnd run={run} />
      <RunResults run={run} />
    </section>
  );
}
