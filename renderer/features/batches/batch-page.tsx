import { useCallback, useEffect, useState } from 'react';
import { Panel } from 'react-resizable-panels';

import type { BatchRowState, BatchSummary } from '../../../shared/model/batch.ts';
import { useBatches, useStores } from '../../stores/stores-context.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Split } from '../split.tsx';
import { useAsked } from '../use-asked.ts';
import { BatchHead } from './batch-head.tsx';
import { BatchNotes } from './batch-notes.tsx';
import classes from './batch-page.module.css';
import { BatchProgress } from './batch-progress.tsx';
import { BatchTable } from './batch-table.tsx';
import { RowDetail } from './row-detail.tsx';
import { useBatchRows } from './use-batch-rows.ts';

/** While it runs it is asked for again this often, in milliseconds: an event may have been missed. */
const patience = 5000;

/** A batch of refunds: how it goes, and what became of each row. */
export function BatchPage({ id }: { readonly id: string }) {
  const { batches, history } = useStores();
  const batch = useBatches(({ byId }) => byId[id]);
  const ask = useCallback(() => batches.getState().read(id), [batches, id]);
  const answer = useAsked(ask);
  const isRunning = batch?.state === 'running';
  useEffect(() => {
    if (!isRunning) return void history.getState().refresh();
    const timer = setInterval(() => void ask(), patience);
    return () => clearInterval(timer);
  }, [isRunning, ask, history]);
  if (batch !== undefined) return <Batch batch={batch} />;
  if (answer === undefined) return <p className={classes['other']}>Looking the batch up …</p>;
  if (!answer.ok) return <ProblemList problems={[answer.error]} kind="problem" />;
  return <p className={classes['other']}>There is no such batch any more.</p>;
}

const all: readonly BatchRowState[] = [];

function Batch({ batch }: { readonly batch: BatchSummary }) {
  const [filter, setFilter] = useState(all);
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = useBatchRows(batch, filter);
  const row = rows.rows.find((candidate) => candidate.row === chosen) ?? null;
  const showOnly = (state: BatchRowState | null): void => {
    setFilter(state === null ? all : [state]);
    setChosen(null);
  };
  return (
    <section className={classes['page']} aria-label="Batch">
      <BatchHead batch={batch} />
      <BatchNotes batch={batch} onShow={showOnly} />
      <BatchProgress batch={batch} filter={filter[0] ?? null} onFilter={showOnly} />
      <Split name="batch" orientation="vertical" className={classes['panes']}>
        <Panel id="rows" minSize={120}>
          <BatchTable batch={batch} rows={rows} chosen={chosen} onChoose={setChosen} />
        </Panel>
        {row !== null && (
          <>
            <Splitter label="Height of the row" />
            <Panel id="row" defaultSize="38%" minSize={100}>
              <RowDetail batch={batch} row={row} onClose={() => setChosen(null)} />
            </Panel>
          </>
        )}
      </Split>
    </section>
  );
}
