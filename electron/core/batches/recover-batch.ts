import { findApi } from '../../../shared/apis/registry.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { standingOf } from '../../../shared/model/journal.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { SettledRow, StoredBatch, StoredBatchRow } from '../../../shared/ports/batch-store.ts';
import { itemsOfRefunds } from '../claim-refunds.ts';
import type { Ports } from '../ports.ts';
import { batchProblem } from './batch-problem.ts';
import { timeOf } from './batch-run.ts';
import { keepProof, settledRow } from './row-outcome.ts';

/** Rows that are found out in one go. */
const pageLength = 250;

/**
 * Finds out from the history what became of the call that was under way when the program ended. Needs the lock of the
 * batch.
 */
export function recoverBatch(batch: StoredBatch, ports: Ports): Result<null, Problem> {
  const { id } = batch;
  for (;;) {
    const page = ports.batches.journal({ id, after: 0, limit: pageLength, states: ['sending'] });
    if (!page.ok) return page;
    if (page.value.length === 0) break;
    const settled: SettledRow[] = [];
    for (const row of page.value) {
      const found = findOut(batch, row, ports);
      if (!found.ok) return found;
      settled.push(found.value);
    }
    const kept = ports.batches.settle(id, settled);
    if (!kept.ok) return kept;
  }
  if (batch.state !== 'running') return ok(null);
  const change = { state: 'broken-off', reason: programEnded, endedAt: timeOf(ports) } as const;
  return ports.batches.setState(id, change);
}

/** The exchange of the same refund that was not there before the call, if there is one, is that of the call. */
function findOut(
  { plan }: StoredBatch,
  row: StoredBatchRow,
  ports: Ports,
): Result<SettledRow, Problem> {
  const at = timeOf(ports);
  const { fingerprint, refundId, known, before } = row;
  const earlier = ports.history.earlier(fingerprint === null ? [] : [fingerprint]);
  if (!earlier.ok) return earlier;
  const entry = earlier.value.find(
    (candidate) => !known.includes(candidate.exchangeId) && candidate.refundId === refundId,
  );
  const nothing = { row: row.row, code: row.code, providerId: row.providerId, at };
  if (entry === undefined) {
    const meaning =
      before === 'unknown' ? row.meaning : 'The program ended before it was sent.';
    return ok({ ...nothing, state: before, meaning, exchangeId: row.exchangeId });
  }
  const stored = ports.history.get(entry.exchangeId);
  if (!stored.ok) return stored;
  const api = findApi(plan.api);
  const exchange = stored.value?.exchange;
  const state = standingOf(entry);
  if (exchange === undefined || api === null || exchange.explanation === null) {
    const meaning = 'The program ended before the answer was recorded: it may have happened.';
    return ok({ ...nothing, state: 'unknown', meaning, exchangeId: entry.exchangeId });
  }
  const refunds = ports.history.refundsOf(entry.exchangeId);
  if (!refunds.ok) return refunds;
  const place = refunds.value.findIndex((refund) => refund.fingerprint === fingerprint);
  const item = itemsOfRefunds(refunds.value, exchange.explanation)[place] ?? null;
  const settled = settledRow(api, row, { exchange, state, item }, at);
  if (before === 'unknown') keepProof(row, settled, ports);
  return ok(settled);
}

const programEnded = batchProblem(
  'The program ended while it ran.',
  'Resuming sends what was not sent; what may have happened is kept apart.',
);
