import { useMemo } from 'react';

import { openExchange } from '../../actions/open-exchange.ts';
import type { BatchRow, BatchSummary, BatchTotal } from '../../../shared/model/batch.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { ProblemList } from '../request-editor/problem-list.tsx';
import { formatClock, formatCount, formatTime } from '../words.ts';
import { RowStateBadge } from './row-state-badge.tsx';
import type { BatchRows } from './use-batch-rows.ts';

type Props = {
  readonly batch: BatchSummary;
  readonly rows: BatchRows;
  /** Number of the row that is shown whole. */
  readonly chosen: number | null;
  readonly onChoose: (row: number | null) => void;
};

/** What became of each row. */
export function BatchTable({ batch, rows: answer, chosen, onChoose }: Props) {
  const { rows, isComplete, isLoading, problem, more } = answer;
  const amount = amountTitle(batch.totals[0]);
  const columns = useMemo(() => rowColumns(amount), [amount]);
  const stores = useStores();
  if (problem !== null) return <ProblemList problems={[problem]} kind="problem" />;
  return (
    <DataTable
      label="Rows"
      columns={columns}
      items={rows}
      keyOf={({ row }) => String(row)}
      textOf={({ row, transaction, meaning }) => `Row ${row}, ${transaction ?? ''} ${meaning}`}
      selected={chosen === null ? null : String(chosen)}
      onSelect={(key) => onChoose(key === null ? null : Number(key))}
      onAction={(key) => {
        const exchangeId = rows.find(({ row }) => String(row) === key)?.exchangeId ?? null;
        if (exchangeId !== null) void openExchange(stores, exchangeId);
      }}
      onMore={isComplete ? undefined : more}
      isLoading={isLoading}
      empty={isComplete ? 'No row is in this state.' : 'Reading the rows …'}
    />
  );
}

/** The unit stands over the amounts; a currency that has to be described does not fit there. */
function amountTitle(total: BatchTotal | undefined): string {
  if (total?.unit === 'minor') return 'Amount, cents';
  return total !== undefined && /^[A-Z]{3}$/.test(total.currency) ? `Amount, ${total.currency}` : 'Amount';
}

function rowColumns(amountColumn: string): readonly DataColumn<BatchRow>[] {
  return [
    {
      id: 'row',
      title: 'Row',
      width: 56,
      align: 'end',
      isRowHeader: true,
      render: ({ row }) => formatCount(row),
    },
    {
      id: 'state',
      title: 'State',
      width: 112,
      render: ({ state }) => <RowStateBadge state={state} />,
    },
    {
      id: 'transaction',
      title: 'Transaction',
      width: '4fr',
      isRowHeader: true,
      render: ({ transaction }) => <code>{transaction ?? '—'}</code>,
    },
    {
      id: 'amount',
      title: amountColumn,
      width: 104,
      align: 'end',
      render: ({ amount, state }) => <code>{amount ?? (state === 'invalid' ? '—' : 'all')}</code>,
    },
    {
      id: 'meaning',
      title: 'What it means',
      width: '5fr',
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
      width: 84,
      align: 'end',
      render: ({ at }) => at !== null && <span title={formatTime(at)}>{formatClock(at)}</span>,
    },
  ];
}
