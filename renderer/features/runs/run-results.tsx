import { useCallback, useMemo, useState } from 'react';
import { Panel } from 'react-resizable-panels';

import { resultWord } from '../../../shared/engine/runs/run-words.ts';
import { finishedOf } from '../../../shared/engine/estimate-run.ts';
import type { RunResult, RunResultPage, RunSummary } from '../../../shared/model/run.ts';
import { openExchange } from '../../actions/open-exchange.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { Split } from '../split.tsx';
import { formatCount } from '../words.ts';
import { resultColumns } from './result-columns.tsx';
import { ResultDetail } from './result-detail.tsx';
import classes from './run-results.module.css';
import { useRunResults } from './use-run-results.ts';

type Only = RunResultPage['only'];

/** The results of a run: all of them or what failed, and the chosen one in full. */
export function RunResults({ run }: { readonly run: RunSummary }) {
  const [only, setOnly] = useState<Only>('all');
  const [chosen, setChosen] = useState<RunResult | null>(null);
  const { counts } = run;
  return (
    <>
      <div className={classes['filter']} role="group" aria-label="Which results">
        <Chip isSelected={only === 'all'} onChange={() => setOnly('all')}>
          {`All ${formatCount(finishedOf(counts))}`}
        </Chip>
        <Chip isSelected={only === 'failed'} onChange={() => setOnly('failed')}>
          {`Failed ${formatCount(counts.failed)}`}
        </Chip>
      </div>
      <Split name="run" orientation="vertical" className={classes['panes']}>
        <Panel id="results" minSize={90}>
          <ResultTable key={`${run.id} ${only}`} run={run} only={only} chosen={chosen} onChoose={setChosen} />
        </Panel>
        {chosen !== null && (
          <>
            <Splitter label="Height of the results" />
            <Panel id="result" defaultSize="45%" minSize={110}>
              <ResultDetail key={chosen.number} result={chosen} />
            </Panel>
          </>
        )}
      </Split>
    </>
  );
}

type TableProps = {
  readonly run: RunSummary;
  readonly only: Only;
  readonly chosen: RunResult | null;
  readonly onChoose: (result: RunResult | null) => void;
};

function ResultTable({ run, only, chosen, onChoose }: TableProps) {
  const stores = useStores();
  const { counts, state } = run;
  const finished = only === 'all' ? finishedOf(counts) : counts.failed;
  const { items, isComplete, isLoading, problem, more } = useRunResults(run.id, only, finished);
  const hasRows = run.table !== null;
  const hasRounds = run.plan.iterations > 1 && !hasRows;
  const columns = useMemo(() => resultColumns({ hasRows, hasRounds }), [hasRows, hasRounds]);
  const byKey = useMemo(() => new Map(items.map((result) => [keyOf(result), result])), [items]);
  const choose = useCallback(
    (key: string | null) => onChoose(key === null ? null : (byKey.get(key) ?? null)),
    [byKey, onChoose],
  );
  const open = useCallback(
    (key: string) => {
      const exchangeId = byKey.get(key)?.exchangeId ?? null;
      if (exchangeId !== null) void openExchange(stores, exchangeId);
    },
    [byKey, stores],
  );
  if (problem !== null) return <ProblemList problems={[problem]} kind="problem" />;
  return (
    <DataTable
      label="Results"
      columns={columns}
      items={items}
      keyOf={keyOf}
      textOf={textOf}
      selected={chosen === null ? null : keyOf(chosen)}
      onSelect={choose}
      onAction={open}
      onMore={isComplete ? undefined : more}
      isLoading={isLoading}
      empty={isLoading ? 'Reading …' : emptyWords(only, state === 'running')}
    />
  );
}

function keyOf({ number }: RunResult): string {
  return String(number);
}

function textOf(result: RunResult): string {
  return `${result.name}, ${resultWord(result)}, ${result.headline}`;
}

function emptyWords(only: Only, isRunning: boolean): string {
  if (only === 'failed') return isRunning ? 'Nothing failed until now.' : 'Nothing failed.';
  return isRunning ? 'The first result comes in a moment.' : 'Nothing was sent.';
}
