import { useMemo, useState } from 'react';

import type { BatchTotal, ReconciledRow, Reconciliation } from '../../../shared/model/batch.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import { Chip } from '../../ui/chip.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { formatCount } from '../words.ts';
import { groupDigits, totalWords } from './amount-words.ts';
import classes from './batches.module.css';

type Finding = ReconciledRow['finding'];

const findings: Record<Finding, { readonly title: string; readonly verdict: Verdict }> = {
  missing: { title: 'Missing there', verdict: 'refused' },
  extra: { title: 'Only there', verdict: 'unknown' },
  'different-amount': { title: 'Other amount', verdict: 'pending' },
  'not-accepted': { title: 'Not accepted', verdict: 'pending' },
  same: { title: 'The same', verdict: 'accepted' },
};

const order = Object.keys(findings) as readonly Finding[];

type Props = { readonly found: Reconciliation };

/** What the comparison found: sums as requested, accepted and confirmed, then every row that is not the same. */
export function ReconciledRows({ found }: Props) {
  const { counts, requested, accepted, confirmed, rows } = found;
  const [filter, setFilter] = useState<Finding | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const items = useMemo(
    () =>
      rows
        .map((row, index) => ({ id: String(index), ...row }))
        .filter(({ finding }) => filter === null || finding === filter),
    [rows, filter],
  );
  const different = order.reduce((sum, name) => sum + (name === 'same' ? 0 : counts[name]), 0);
  const detail = items.find(({ id }) => id === selected)?.detail ?? null;
  return (
    <>
      <dl className={classes['figures']}>
        <Figure name="Requested" value={sumsOf(requested)} />
        <Figure name="Accepted" value={sumsOf(accepted)} />
        <Figure
          name="Confirmed by the export"
          value={confirmed === null ? 'no amounts' : groupDigits(confirmed)}
        />
      </dl>
      <p role="status" className={classes['sentence']}>
        {different === 0
          ? `Everything is the same: ${formatCount(counts.same)}.`
          : `${formatCount(counts.same)} the same, ${formatCount(different)} not.`}
        {different > rows.length && ` The first ${formatCount(rows.length)} stand here.`}
      </p>
      {different > 0 && (
        <>
          <div className={classes['line']} role="group" aria-label="Show">
            {order
              .filter((name) => name !== 'same' && counts[name] > 0)
              .map((name) => (
                <Chip
                  key={name}
                  isSelected={filter === name}
                  onChange={(isSelected) => setFilter(isSelected ? name : null)}
                >
                  {`${findings[name].title} ${formatCount(counts[name])}`}
                </Chip>
              ))}
          </div>
          <div className={classes['found']}>
            <DataTable
              label="What is not the same"
              columns={columns}
              items={items}
              keyOf={({ id }) => id}
              textOf={({ key, detail: words }) => `${key}, ${words}`}
              selected={selected}
              onSelect={setSelected}
              empty="Nothing is left with this filter."
            />
          </div>
          <p className={classes['note']} role="status">
            {detail}
          </p>
        </>
      )}
    </>
  );
}

const columns: readonly DataColumn<ReconciledRow & { readonly id: string }>[] = [
  {
    id: 'finding',
    title: 'Finding',
    width: 136,
    render: ({ finding }) => (
      <StatusBadge verdict={findings[finding].verdict} text={findings[finding].title} />
    ),
  },
  {
    id: 'key',
    title: 'Refund',
    width: '3fr',
    isRowHeader: true,
    render: ({ key }) => (key === '' ? '–' : <code>{key}</code>),
  },
  { id: 'row', title: 'Row', width: 70, align: 'end', render: ({ row }) => number(row) },
  { id: 'export', title: 'In export', width: 78, align: 'end', render: ({ exportRow }) => number(exportRow) },
  {
    id: 'requested',
    title: 'Requested',
    width: '1fr',
    align: 'end',
    render: ({ requested }) => amount(requested),
  },
  {
    id: 'accepted',
    title: 'Accepted',
    width: '1fr',
    align: 'end',
    render: ({ accepted }) => amount(accepted),
  },
  {
    id: 'confirmed',
    title: 'Confirmed',
    width: '1fr',
    align: 'end',
    render: ({ confirmed }) => amount(confirmed),
  },
];

function number(row: number | null): string {
  return row === null ? '–' : formatCount(row);
}

function amount(text: string | null) {
  return text === null ? '–' : <code>{text}</code>;
}

function sumsOf(totals: readonly BatchTotal[]): string {
  return totals.length === 0 ? 'nothing' : totals.map(totalWords).join(' and ');
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
