import type { SendInput } from '../../../shared/contract/commands.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { type Problem, problemText } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { SettledRow, StoredBatchRow } from '../../../shared/ports/batch-store.ts';
import { itemsOfRefunds, refundStates } from '../claim-refunds.ts';
import { sendExchange } from '../send-exchange.ts';
import { type BatchRun, timeOf } from './batch-run.ts';
import { valuesOf } from './open-batch.ts';
import { keepProof, settledRow } from './row-outcome.ts';

/** Rows for one call, each with what it is where the call is never recorded, and the exchanges it repeats on purpose. */
export type Call = {
  readonly rows: readonly StoredBatchRow[];
  readonly before: StoredBatchRow['before'];
  readonly repeatOf: readonly string[];
};

/**
 * One call: a line before, the send under all rails, a line after. Gives what became of its rows; fails where nothing
 * left, and where a line cannot be written.
 */
export async function sendRows(
  run: BatchRun,
  call: Call,
): Promise<Result<readonly SettledRow[], Problem>> {
  const { id, ports, state } = run;
  const known = knownExchanges(run, call.rows);
  if (!known.ok) return known;
  const { before } = call;
  const begun = ports.batches.begin(
    id,
    call.rows.map(({ row }, index) => ({ row, before, known: known.value[index] ?? [] })),
  );
  if (!begun.ok) return begun;
  const options = { timeout: run.batch.plan.timeout, signal: new AbortController().signal };
  const sent = await sendExchange(toInput(run, call), options, ports, state);
  const settled = sent.ok ? answeredRows(run, call, sent.value) : unsentRows(run, call, sent.error);
  if (before === 'unknown') settled.forEach((row, index) => keepProofOf(run, call.rows[index], row));
  const kept = ports.batches.settle(id, settled);
  if (!kept.ok) return kept;
  if (sent.ok) return ok(settled);
  const [first] = sent.error;
  // A send that fails says why.
  if (first === undefined) throw new Error('a send failed without a problem');
  return fail(first);
}

/** Exchanges of the same refunds so far, so that after a crash the one of this call is known by being another. */
function knownExchanges(
  { ports }: BatchRun,
  rows: readonly StoredBatchRow[],
): Result<readonly (readonly string[])[], Problem> {
  const known: (readonly string[])[] = [];
  for (const { fingerprint } of rows) {
    const earlier = ports.history.earlier(fingerprint === null ? [] : [fingerprint]);
    if (!earlier.ok) return earlier;
    known.push(earlier.value.map(({ exchangeId }) => exchangeId));
  }
  return ok(known);
}

function toInput({ id, batch, stored }: BatchRun, { rows, repeatOf }: Call): SendInput {
  const { plan, packing } = batch;
  const values = rows.map(({ cells }) => valuesOf(batch, cells));
  const [first] = rows;
  const isPacked = packing !== null && rows.length > 1;
  return {
    draft: isPacked ? packing.writeDraft(batch.draft, values) : batch.draft,
    overrides: isPacked ? plan.values : (values[0] ?? {}),
    environmentId: plan.environmentId,
    sendId: `batch-${id}-${first?.row ?? 0}`,
    timeout: plan.timeout,
    allowInvalid: false,
    repeatOf,
    // The user confirmed the batch as a whole; the rail asks for the first refund of every call.
    confirmation: first?.transaction?.slice(-4) ?? stored.environment.name,
  };
}

function answeredRows(
  { batch, ports }: BatchRun,
  { rows, before }: Call,
  exchange: Exchange,
): readonly SettledRow[] {
  const refunds = rows.map(({ transaction }) => ({ transaction: transaction ?? '' }));
  const states = refundStates(refunds, exchange);
  const items = itemsOfRefunds(refunds, exchange.explanation);
  const at = timeOf(ports);
  return rows.map(({ row, exchangeId }, index) =>
    settledRow(
      batch.open.api,
      { row, before, exchangeId },
      { exchange, state: states[index] ?? 'unknown', item: items[index] ?? null },
      at,
    ),
  );
}

function keepProofOf({ ports }: BatchRun, row: StoredBatchRow | undefined, settled: SettledRow): void {
  if (row !== undefined) keepProof(row, settled, ports);
}

function unsentRows(
  { ports }: BatchRun,
  { rows, before }: Call,
  problems: readonly Problem[],
): readonly SettledRow[] {
  const meaning = problems.map(problemText).join(' ');
  const at = timeOf(ports);
  return rows.map(({ row, exchangeId }) => ({
    ...{ row, state: before, code: null, meaning, providerId: null, at },
    exchangeId: before === 'unknown' ? exchangeId : null,
  }));
}
