import type { RunResult } from '../../../shared/model/run.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { formatCount, formatDuration } from '../words.ts';
import classes from './run-results.module.css';
import { ResultMark } from './result-mark.tsx';

type Shape = {
  /** Whether each iteration is a row of a data file. */
  readonly hasRows: boolean;
  /** Whether everything is run more than once, without a data file. */
  readonly hasRounds: boolean;
};

/** The columns of a table of results. */
export function resultColumns({ hasRows, hasRounds }: Shape): readonly DataColumn<RunResult>[] {
  return [
    { id: 'number', title: '#', width: 66, align: 'end', render: ({ number }) => formatCount(number) },
    { id: 'result', title: 'Result', width: 98, render: (result) => <ResultMark result={result} /> },
    ...(hasRows || hasRounds ? [iterationColumn(hasRows)] : []),
    {
      id: 'name',
      title: 'Request',
      width: '2fr',
      isRowHeader: true,
      render: ({ name, path }) => <span title={path}>{name}</span>,
    },
    { id: 'answer', title: 'Answer', width: '3fr', render: answerOf },
    { id: 'checks', title: 'Checks', width: 70, align: 'end', render: checksOf },
    {
      id: 'time',
      title: 'Time',
      width: 78,
      align: 'end',
      render: ({ duration }) => (duration === null ? '—' : formatDuration(duration)),
    },
  ];
}

function iterationColumn(hasRows: boolean): DataColumn<RunResult> {
  return {
    id: 'iteration',
    title: hasRows ? 'Row' : 'Round',
    width: 66,
    align: 'end',
    render: ({ row, iteration }) => formatCount(hasRows ? (row ?? iteration) : iteration),
  };
}

function answerOf({ verdict, status, headline }: RunResult) {
  return (
    <span title={headline}>
      {verdict !== null && (
        <span className={classes['status']}>
          <StatusBadge verdict={verdict} text={status === null ? '—' : String(status)} />
        </span>
      )}
      {headline}
    </span>
  );
}

function checksOf({ checks }: RunResult): string {
  if (checks.length === 0) return '—';
  return `${checks.filter(({ passed }) => passed).length}/${checks.length}`;
}
