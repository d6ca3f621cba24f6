import { draftFromTemplate } from '../../../shared/engine/draft-from-template.ts';
import { standingOf } from '../../../shared/model/journal.ts';
import { type Problem, problemText } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { StoredBatchRow } from '../../../shared/ports/batch-store.ts';
import type { Ports } from '../ports.ts';
import { sendExchange } from '../send-exchange.ts';
import { type BatchRun, timeOf } from './batch-run.ts';
import { uncertainSends } from './row-outcome.ts';
import { type Ending, isStopped, stopped } from './run-batch.ts';
import { sendRows } from './send-rows.ts';

/**
 * Finds out what became of the rows in quarantine, one after the other: what is known by now, what a status call
 * proves, and only where the API documents that the same id again is safe, the same request again. `null` where it got
 * to the end.
 */
export async function resolveUnknown(run: BatchRun): Promise<Ending | null> {
  for (let after = 0; ; ) {
    const asked = isStopped(run);
    if (asked !== null) return stopped(asked);
    const page = run.ports.batches.journal({ id: run.id, after, limit: 1, states: ['unknown'] });
    if (!page.ok) return stopped(page.error);
    const [row] = page.value;
    if (row === undefined) return null;
    const resolved = await resolveRow(run, row);
    if (!resolved.ok) return stopped(resolved.error);
    after = row.row;
    run.tell();
  }
}

async function resolveRow(run: BatchRun, row: StoredBatchRow): Promise<Result<null, Problem>> {
  const { batch, id, ports } = run;
  const known = settleByHistory(id, row, ports, 'It was found out since');
  if (!known.ok || known.value) return known.ok ? ok(null) : known;
  const lookedUp = await askForStatus(run, row);
  if (!lookedUp.ok) return lookedUp;
  if (lookedUp.value !== null) {
    const proven = settleByHistory(id, row, ports, `The status call (history ${lookedUp.value}) says so`);
    if (!proven.ok || proven.value) return proven.ok ? ok(null) : proven;
  }
  if (batch.open.api.unknownAdvice.resend !== 'same-id' || row.exchangeId === null) return ok(null);
  const uncertain = uncertainSends(row, ports);
  if (!uncertain.ok) return uncertain;
  const sent = await sendRows(run, { rows: [row], before: 'unknown', repeatOf: uncertain.value });
  // A rail that knows of another send of the same money stops this row, not the batch.
  return sent.ok || isRepeat(sent.error) ? ok(null) : sent;
}

function isRepeat({ stop }: Problem): boolean {
  return stop?.kind === 'repeat' || stop?.kind === 'unknown-outcome';
}

/** Takes over what the history knows of the refund of a row by now. Gives whether that settles it. */
export function settleByHistory(
  id: string,
  row: StoredBatchRow,
  ports: Ports,
  how: string,
): Result<boolean, Problem> {
  const refunds = row.exchangeId === null ? ok([]) : ports.history.refundsOf(row.exchangeId);
  if (!refunds.ok) return refunds;
  const entry = refunds.value.find(({ fingerprint }) => fingerprint === row.fingerprint);
  const state = entry === undefined ? 'unknown' : standingOf(entry);
  if (state === 'open' || state === 'unknown' || state === 'not-sent') return ok(false);
  const { row: number, code, providerId, exchangeId } = row;
  const note = entry?.decision?.by === 'user' ? ` ${entry.decision.note}` : '';
  const meaning = `${how}: ${state}.${note}`;
  const settled = { row: number, state, code, meaning, providerId, exchangeId, at: timeOf(ports) };
  const kept = ports.batches.settle(id, [settled]);
  return kept.ok ? ok(true) : kept;
}

/** The status call for the request of a row. Gives its exchange; `null` where the API has none. */
async function askForStatus(
  { id, batch, ports, state }: BatchRun,
  row: StoredBatchRow,
): Promise<Result<string | null, Problem>> {
  const { plan, open } = batch;
  const entry = row.exchangeId === null ? ok(null) : ports.history.get(row.exchangeId);
  if (!entry.ok) return entry;
  const request = entry.value?.exchange.main?.request;
  const followUp = request === undefined ? null : open.api.followUp(request);
  const template = open.api.templates.find((candidate) => candidate.id === followUp?.template);
  if (followUp === null || template === undefined) return ok(null);
  const input = {
    draft: draftFromTemplate(open.api, template, followUp.values),
    environmentId: plan.environmentId,
    overrides: {},
    sendId: `batch-${id}-status-${row.row}`,
    timeout: plan.timeout,
    allowInvalid: false,
    repeatOf: [],
    confirmation: null,
  };
  const options = { timeout: plan.timeout, signal: new AbortController().signal };
  const sent = await sendExchange(input, options, ports, state);
  if (sent.ok) return ok(sent.value.id);
  const meaning = `Its status could not be asked for: ${sent.error.map(problemText).join(' ')}`;
  const { code, providerId, exchangeId } = row;
  const at = timeOf(ports);
  const kept = ports.batches.settle(id, [
    { row: row.row, state: 'unknown', code, meaning, providerId, exchangeId, at },
  ]);
  return kept.ok ? ok(null) : kept;
}
