import { useMemo } from 'react';

import { openExchange } from '../../actions/open-exchange.ts';
import type { BatchRow, BatchRowState, BatchSummary } from '../../../shared/model/batch.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatClock, formatCount, formatTime } from '../words.ts';
import { RowStateBadge } from './row-state-badge.tsx';
import { useBatchRows } from './use-batch-rows.ts';

type Props = {
  readonly batch: BatchSummary;
  /** Only rows in these states; none means all. */
  readonly states: readonly BatchRowState[];
  readonly chosen: BatchRow | null;
  readonly onChoose: (row: BatchRow | null) => void;
};

/** What became of each row. */
export function BatchTable({ batch, states, chosen, onChoose }: Props) {
  const stores = useStores();
  const { rows, isComplete, isLoading, problem, more } = useBatchRows(batch, states);
  const columns = useMemo(rowColumns, []);
  const find = (key: string | null): BatchRow | null => rows.find(({ row }) => String(row) === key) ?? null;
  if (problem !== null) return <ProblemList problems={[problem]} kind="problem" />;
  return (
    <DataTable
      label="Rows"
      columns={columns}
      items={rows}
      keyOf={({ row }) => String(row)}
      textOf={({ row, transaction, meaning }) => `Row ${row}, ${transaction ?? ''} ${meaning}`}
      selected={chosen === null ? null : String(chosen.row)}
      onSelect={(key) => onChoose(find(key))}
      onAction={(key) => {
        const exchangeId = find(key)?.exchangeId ?? null;
        if (exchangeId !== null) void openExchange(stores, exchangeId);
      }}
      onMore={isComplete ? undefined : more}
      isLoading={isLoading}
      empty={isComplete ? 'No row is in this state.' : 'Reading the rows …'}
    />
  );
}

function rowColumns(): readonly DataColumn<BatchRow>[] {
  return [
    { id: 'row', title: 'Row', width: 64, align: 'end', render: ({ row }) => formatCount(row) },
    {
      id: 'state',
      title: 'State',
      width: 116,
      render: ({ state }) => <RowStateBadge state={state} />,
    },
    {
      id: 'transaction',
      title: 'Transaction',
      width: '2fr',
      isRowHeader: true,
      render: ({ transaction }) => <code>{transaction ?? '—'}</code>,
    },
    {
      id: 'amount',
      title: 'Amount',
      width: 96,
      align: 'end',
      render: ({ amount, state }) => <code>{amount ?? (state === 'invalid' ? '—' : 'all')}</code>,
    },
    {
      id: 'meaning',
      title: 'What it means',
      width: '3fr',
      render: ({ code, meaning }) => (
        <span title={meaning}>
          {code !== null && <code>{`${code} `}</code>}
          {meaning}
        </span>
      ),
    },
    {
      id: 'at',
      title: 'Time',
      width: 64,
      align: 'end',
      render: ({ at }) => at !== null && <span title={formatTime(at)}>{formatClock(at)}</span>,
    },
  ];
}
