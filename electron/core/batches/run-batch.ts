import { addAmounts, compareAmounts } from '../../../shared/model/amount.ts';
import type { BatchState } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { SettledRow, StoredBatchRow } from '../../../shared/ports/batch-store.ts';
import { isSandbox } from '../check-rails.ts';
import { targetOf } from '../../../shared/engine/target-of.ts';
import { batchProblem } from './batch-problem.ts';
import { type BatchRun, timeOf } from './batch-run.ts';
import { findRepeats } from './plan-row.ts';
import { sendRows } from './send-rows.ts';

/** How a run ended. */
export type Ending = { readonly state: Extract<BatchState, 'done' | 'stopped'>; readonly reason: Problem | null };

/** States of rows that were sent, and whose money may have moved. */
const maybeMoved = ['accepted', 'pending', 'unknown', 'sending'] as const;

/**
 * Sends what is ready, one call after the other in the order of the rows, until all is sent or something says stop. No
 * row is sent twice by it: what never left waits for the next time.
 */
export async function runBatch(run: BatchRun): Promise<Ending> {
  const { id, ports, batch } = run;
  const { failuresInARow, totalLimit } = batch.plan.stopRules;
  const moved = ports.batches.sum(id, maybeMoved);
  if (!moved.ok) return stopped(moved.error);
  let [after, failures, total] = [0, 0, moved.value.amount];
  for (;;) {
    const asked = isStopped(run);
    if (asked !== null) return stopped(asked);
    const limit = batch.packing?.limit ?? 1;
    const page = ports.batches.journal({ id, after, limit, states: ['ready', 'not-sent'] });
    if (!page.ok) return stopped(page.error);
    if (page.value.length === 0) return endOf(run);
    const guarded = holdBackRepeats(run, page.value);
    if (!guarded.ok) return stopped(guarded.error);
    const rows = withinLimit(guarded.value.free, total, totalLimit);
    if (rows.length === 0 && guarded.value.free.length > 0) return stopped(limitReached(totalLimit ?? ''));
    const sent = rows.length === 0 ? ok([]) : await sendRows(run, { rows, before: 'not-sent', repeatOf: [] });
    if (!sent.ok) return stopped(sent.error);
    const settled = [...guarded.value.held, ...sent.value];
    failures = countFailures(failures, settled);
    total = rows.reduce(
      (sum, { row, amount }) =>
        addAmounts(sum, hasMoved(settled, row) && amount !== null ? amount : '0'),
      total,
    );
    after = Math.max(after, ...settled.map(({ row }) => row));
    run.tell();
    if (failuresInARow !== null && failures >= failuresInARow) return stopped(tooManyFailures(failures));
    if (rows.length > 0) await pause(run);
  }
}

/** Rows whose refund was asked for meanwhile, outside of this batch, are not sent. */
function holdBackRepeats(
  { id, batch, ports }: BatchRun,
  rows: readonly StoredBatchRow[],
): Result<{ readonly free: readonly StoredBatchRow[]; readonly held: readonly SettledRow[] }, Problem> {
  if (isSandbox(batch.open)) return ok({ free: rows, held: [] });
  const free: StoredBatchRow[] = [];
  const held: SettledRow[] = [];
  for (const row of rows) {
    const repeats = repeatsOf(row);
    if (repeats.length === 0) free.push(row);
    else held.push(toHeld(row, repeats));
  }
  if (held.length === 0) return ok({ free, held });
  const kept = ports.batches.settle(id, held);
  return kept.ok ? ok({ free, held }) : kept;

  function repeatsOf({ transaction, amount, refundId, fingerprint }: StoredBatchRow): readonly Problem[] {
    if (transaction === null || fingerprint === null) return [];
    const { api } = batch.open;
    const refund = { transaction, amount, refundId, fingerprint, api: api.id, target: '' };
    return findRepeats(batch, refund, ports);
  }
  function toHeld({ row }: StoredBatchRow, repeats: readonly Problem[]): SettledRow {
    const meaning = repeats.map(({ message }) => message).join(' ');
    const nothing = { code: null, providerId: null, exchangeId: null };
    return { row, state: 'invalid', meaning, ...nothing, at: timeOf(ports) };
  }
}

/** As many rows, from the first on, as the limit for the total leaves room for. */
function withinLimit(
  rows: readonly StoredBatchRow[],
  total: string,
  totalLimit: string | null,
): readonly StoredBatchRow[] {
  if (totalLimit === null) return rows;
  let sum = total;
  const beyond = rows.findIndex(({ amount }) => {
    sum = addAmounts(sum, amount ?? '0');
    return compareAmounts(sum, totalLimit) > 0;
  });
  return beyond === -1 ? rows : rows.slice(0, beyond);
}

function hasMoved(settled: readonly SettledRow[], row: number): boolean {
  const state = settled.find((candidate) => candidate.row === row)?.state;
  return state === 'accepted' || state === 'pending' || state === 'unknown';
}

/** In the order of the rows; what was taken begins anew. */
function countFailures(before: number, settled: readonly SettledRow[]): number {
  return settled
    .toSorted((left, right) => left.row - right.row)
    .reduce((count, { state }) => (state === 'accepted' || state === 'pending' ? 0 : count + 1), before);
}

/** What the user's wish to stop makes of a run; `null` where there is none. */
export function isStopped({ id, ports, signal }: BatchRun): Problem | null {
  const asked = ports.batches.isAskedToStop(id);
  if (!asked.ok) return asked.error;
  return signal.aborted || asked.value ? stoppedByUser : null;
}

async function pause({ batch, signal }: BatchRun): Promise<void> {
  const { delay } = batch.plan;
  if (delay === 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, delay);
    signal.addEventListener('abort', end);
  });
}

function endOf({ id, ports }: BatchRun): Ending {
  const left = ports.batches.sum(id, ['ready', 'not-sent']);
  if (!left.ok) return stopped(left.error);
  const { rows } = left.value;
  return rows === 0 ? { state: 'done', reason: null } : stopped(neverLeft(rows));
}

export function stopped(reason: Problem): Ending {
  return { state: 'stopped', reason };
}

/** Where the environment sends refunds now; an edit since the start may have moved it. */
export function targetNow({ open }: BatchRun['batch']): string {
  return targetOf(open.environment.environmentClass, open.home ?? '');
}

const stoppedByUser = batchProblem('It was stopped.', 'Resuming sends what was not sent.');

function limitReached(totalLimit: string): Problem {
  return batchProblem(
    `The next refund would exceed the limit of ${totalLimit} for the total.`,
    'What was not sent stays so; start another batch for it with a higher limit.',
  );
}

function tooManyFailures(failures: number): Problem {
  return batchProblem(
    `${failures} refunds in a row were not taken, as its stop rule says.`,
    'Look at the answers; resuming sends what was not sent.',
  );
}

function neverLeft(rows: number): Problem {
  return batchProblem(
    rows === 1 ? '1 refund never left.' : `${rows} refunds never left.`,
    'Look at the connection; resuming sends them.',
  );
}
