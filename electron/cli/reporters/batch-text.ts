import type {
  BatchCheck,
  BatchRow,
  BatchSummary,
  BatchTotal,
  Reconciliation,
} from '../../../shared/model/batch.ts';
import { minorToMajor } from '../../../shared/model/amount.ts';
import { problemText } from '../../../shared/model/problem.ts';

/** Problems with rows that are shown; the JSON has more. */
const mostProblems = 20;

/** What a check found, for people. */
export function formatCheck(check: BatchCheck): string {
  const { rows, ready, calls, totals, problems, problemCount, confirmation, effect } = check;
  const shown = problems.slice(0, mostProblems);
  const more = problemCount - shown.length;
  return [
    `  Rows          ${rows}, of which ${ready} can be sent in ${calls} ${calls === 1 ? 'call' : 'calls'}\n`,
    ...totals.map((total) => `  Total         ${formatTotal(total)}\n`),
    ...effect.map((sentence, index) => `  ${index === 0 ? 'First call    ' : '              '}${sentence}\n`),
    ...shown.map(
      ({ row, column, problem, stops }) =>
        `  Row ${String(row).padEnd(10)}${stops ? 'stops: ' : ''}${column === null ? '' : `${column}: `}${problemText(problem)}\n`,
    ),
    ...(more > 0 ? [`  and ${more} more\n`] : []),
    ...(confirmation.text === '' ? [] : [`  To start it   type ${confirmation.asked}\n`]),
  ].join('');
}

/** A batch as it stands, for people. */
export function formatSummary(batch: BatchSummary): string {
  const { id, state, reason, table, totals, environment, plan, left } = batch;
  return [
    `Batch ${id}: ${state}\n`,
    ...(reason === null ? [] : [`  Why           ${problemText(reason)}\n`]),
    `  What          ${plan.api}/${plan.template} with ${table.name}, ${environment.name}\n`,
    ...totals.map((total) => `  Total         ${formatTotal(total)}\n`),
    `  Rows          ${formatCounts(batch)}\n`,
    ...(left === null || left.rows === 0
      ? []
      : [`  Left          ${left.rows}; batch resume ${id} --confirm ${left.confirmation.text} sends them\n`]),
    ...(batch.counts.unknown === 0
      ? []
      : [`  Unknown       batch resume ${id} --resolve finds out where it can\n`]),
  ].join('');
}

/** Batches, one a line. */
export function formatBatches(batches: readonly BatchSummary[]): string {
  if (batches.length === 0) return 'No batch was started yet.\n';
  return batches
    .map(
      (batch) =>
        `${batch.id.padStart(6)}  ${batch.startedAt}  ${batch.state.padEnd(11)}${batch.plan.api}/${batch.plan.template}  ${batch.table.name}  ${formatCounts(batch)}\n`,
    )
    .join('');
}

export function formatRows(rows: readonly BatchRow[]): string {
  if (rows.length === 0) return 'There is no such row.\n';
  return rows
    .map(
      ({ row, state, transaction, amount, meaning, exchangeId }) =>
        `${String(row).padStart(8)}  ${state.padEnd(9)}${transaction === null ? '—' : `${transaction} · ${amount ?? 'all that is left'}`}  ${meaning}${exchangeId === null ? '' : ` (history ${exchangeId})`}\n`,
    )
    .join('');
}

export function formatReconciliation({
  counts,
  requested,
  accepted,
  confirmed,
  rows,
}: Reconciliation): string {
  const found = Object.entries(counts).map(([finding, count]) => `${count} ${finding}`);
  return [
    `  Found         ${found.join(', ')}\n`,
    ...requested.map((total) => `  Requested     ${formatTotal(total)}\n`),
    ...accepted.map((total) => `  Accepted      ${formatTotal(total)}\n`),
    ...(confirmed === null ? [] : [`  Confirmed     ${confirmed}\n`]),
    ...rows.map(
      ({ finding, key, row, exportRow, detail }) =>
        `  ${finding.padEnd(18)}${key}${row === null ? '' : `, row ${row}`}${exportRow === null ? '' : `, export row ${exportRow}`}: ${detail}\n`,
    ),
  ].join('');
}

/** How far a batch is, on one line. */
export function progressOf(batch: BatchSummary): string {
  const { ready, sending } = batch.counts;
  return `${batch.table.rows - ready - sending} of ${batch.table.rows}: ${formatCounts(batch)}`;
}

function formatCounts({ counts, table }: BatchSummary): string {
  const there = Object.entries(counts).filter(([, count]) => count > 0);
  return `${table.rows}: ${there.map(([state, count]) => `${count} ${state}`).join(', ')}`;
}

function formatTotal({ currency, unit, amount, rows, withoutAmount }: BatchTotal): string {
  if (rows === withoutAmount) return `${rows} refunds of all that is left`;
  const inWords =
    unit === 'minor' ? `${amount} in cents, ${minorToMajor(amount)} ${currency}` : `${amount} ${currency}`;
  return `${inWords}${withoutAmount === 0 ? '' : `, and ${withoutAmount} refunds of all that is left`}`;
}
