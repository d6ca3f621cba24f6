import type { ResumeInput } from '../../../shared/contract/batch-commands.ts';
import type { BatchPlan, BatchSummary } from '../../../shared/model/batch.ts';
import type { JournalRefund } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { Release, StoredBatch } from '../../../shared/ports/batch-store.ts';
import { checkInterlock } from '../check-interlock.ts';
import type { CoreState } from '../core-state.ts';
import type { Ports } from '../ports.ts';
import { sweepHourly } from '../sweep-history.ts';
import { confirmationOf, isConfirmed, notConfirmed } from './batch-confirmation.ts';
import { batchProblem, noSuchBatch, runsElsewhere } from './batch-problem.ts';
import { timeOf } from './batch-run.ts';
import { checkBatch, type CheckedBatch } from './check-batch.ts';
import { openBatch, type OpenBatch } from './open-batch.ts';
import { recoverBatch } from './recover-batch.ts';
import { resolveUnknown, settleByHistory } from './resolve-unknown.ts';
import { runBatch, targetNow } from './run-batch.ts';

/** Starts, stops and resumes batches, and knows those that this program runs. */
export type BatchControl = {
  readonly start: (
    plan: BatchPlan,
    confirmation: string,
  ) => Promise<Result<BatchSummary, readonly Problem[]>>;
  readonly resume: (input: ResumeInput) => Promise<Result<BatchSummary, readonly Problem[]>>;
  readonly stop: (id: string) => Result<null, Problem>;
  /** A batch as it stands; one whose program is gone is found out about first. `null` for none of that id. */
  readonly find: (id: string) => Result<StoredBatch | null, Problem>;
  /** The same, with what is left of it. */
  readonly look: (id: string) => Result<BatchSummary | null, Problem>;
  /** The same of one that was just read; `null` where it is gone. */
  readonly lookAt: (batch: StoredBatch) => Result<BatchSummary | null, Problem>;
  /** How many this program runs. */
  readonly count: () => number;
  /** Stops every batch of this program after its call under way, and waits for that. */
  readonly end: () => Promise<void>;
};

/** Milliseconds between two words about how a batch goes, at the least. */
const tellingPause = 250;

/** `tell` hears how a batch goes, and of its end. */
export function createBatchControl(
  ports: Ports,
  state: CoreState,
  tell: (batch: BatchSummary) => void,
): BatchControl {
  const underWay = new Map<string, AbortController>();
  const runs = new Map<string, Promise<void>>();
  const settle = (batch: StoredBatch): Result<StoredBatch | null, Problem> => {
    const { id } = batch;
    if (underWay.has(id) || !isUnfinished(batch)) return ok(batch);
    const lock = ports.batches.lock(id);
    if (!lock.ok) return lock;
    // Another program runs it.
    if (lock.value === null) return ok(batch);
    const recovered = recoverBatch(batch, ports);
    lock.value();
    return recovered.ok ? ports.batches.get(id) : recovered;
  };
  const find = (id: string): Result<StoredBatch | null, Problem> => {
    const found = ports.batches.get(id);
    return found.ok && found.value !== null ? settle(found.value) : found;
  };
  const summarise = (found: Result<StoredBatch | null, Problem>): Result<BatchSummary | null, Problem> =>
    found.ok && found.value !== null ? summaryOf(found.value, ports) : found.ok ? ok(null) : found;
  const look = (id: string): Result<BatchSummary | null, Problem> => summarise(find(id));
  const run = async (
    stored: StoredBatch,
    batch: OpenBatch,
    release: Release,
    resolve: boolean,
  ): Promise<void> => {
    const { id } = stored;
    const controller = new AbortController();
    underWay.set(id, controller);
    let toldAt = -Infinity;
    const tellNow = (): void => {
      const summary = look(id);
      if (summary.ok && summary.value !== null) tell(summary.value);
    };
    const tellSometimes = (): void => {
      const now = ports.clock.now();
      if (Math.abs(now - toldAt) < tellingPause) return;
      toldAt = now;
      tellNow();
    };
    const work = { id, batch, stored, ports, state, signal: controller.signal, tell: tellSometimes };
    try {
      const ending = (resolve ? await resolveUnknown(work) : null) ?? (await runBatch(work));
      // What cannot be written now is found out at the next look.
      ports.batches.setState(id, { ...ending, endedAt: timeOf(ports) });
    } finally {
      underWay.delete(id);
      runs.delete(id);
      release();
      sweepHourly(ports);
      tellNow();
    }
  };
  const begin = (
    id: string,
    batch: OpenBatch,
    release: Release,
    resolve: boolean,
  ): Result<BatchSummary, readonly Problem[]> => {
    const stored = ports.batches.get(id);
    if (!stored.ok || stored.value === null) {
      release();
      return fail([stored.ok ? noSuchBatch(id) : stored.error]);
    }
    runs.set(id, run(stored.value, batch, release, resolve));
    return ok({ ...stored.value, left: null });
  };
  return {
    find,
    look,
    lookAt: (batch) => summarise(settle(batch)),
    start: async (plan, confirmation) => {
      const draft = ports.batches.draft();
      if (!draft.ok) return fail([draft.error]);
      const { id, release } = draft.value;
      const checked = await checkBatch(plan, ports, (rows) => ports.batches.addRows(id, rows));
      const refusal = checked.ok ? refuseStart(checked.value, confirmation, state) : [checked.error];
      const opened = checked.ok && refusal.length === 0 ? openStarted(id, checked.value, ports) : null;
      if (!checked.ok || opened?.ok !== true) {
        ports.batches.discard(id);
        release();
        return fail(opened?.ok === false ? [opened.error] : refusal);
      }
      return begin(id, checked.value.batch, release, false);
    },
    resume: async (input) => {
      const { id } = input;
      const found = find(id);
      if (!found.ok) return fail([found.error]);
      if (found.value === null) return fail([noSuchBatch(id)]);
      const lock = underWay.has(id) ? ok(null) : ports.batches.lock(id);
      if (!lock.ok) return fail([lock.error]);
      if (lock.value === null) return fail([runsElsewhere(id)]);
      const release = lock.value;
      const ready = await prepareResumption(found.value, input, ports, state);
      if (!ready.ok) {
        release();
        return ready;
      }
      const running = ports.batches.setState(id, { state: 'running', reason: null, endedAt: null });
      if (!running.ok) {
        release();
        return fail([running.error]);
      }
      return begin(id, ready.value, release, input.resolve);
    },
    stop: (id) => {
      const found = find(id);
      if (!found.ok) return found;
      if (found.value === null) return fail(noSuchBatch(id));
      if (found.value.state !== 'running') return ok(null);
      underWay.get(id)?.abort();
      return ports.batches.askToStop(id);
    },
    count: () => underWay.size,
    end: async () => {
      for (const controller of underWay.values()) controller.abort();
      await Promise.all(runs.values());
    },
  };
}

function isUnfinished({ state, counts }: StoredBatch): boolean {
  return state === 'running' || counts.sending > 0;
}

/** With what is left of it, unless it runs. */
function summaryOf(batch: StoredBatch, ports: Ports): Result<BatchSummary, Problem> {
  const { target: _, ...summary } = batch;
  if (batch.state === 'running') return ok({ ...summary, left: null });
  const left = ports.batches.sum(batch.id, ['ready', 'not-sent']);
  if (!left.ok) return left;
  return ok({ ...summary, left: { rows: left.value.rows, confirmation: confirmationOf(left.value) } });
}

function refuseStart(
  { check, batch, first }: CheckedBatch,
  confirmation: string,
  { interlock }: CoreState,
): readonly Problem[] {
  if (first === null) {
    return [batchProblem('No row can be sent.', 'See what the check says of the rows.')];
  }
  const stops = refuseUnarmed(batch, first, interlock);
  return isConfirmed(check.confirmation, confirmation) ? stops : [...stops, notConfirmed(check.confirmation)];
}

/** Production must be armed; the confirmation of the batch stands for that of each of its calls. */
function refuseUnarmed(
  { open }: OpenBatch,
  refund: Pick<JournalRefund, 'transaction' | 'amount' | 'refundId'>,
  interlock: CoreState['interlock'],
): readonly Problem[] {
  return checkInterlock(open, [refund], refund.transaction.slice(-4), interlock);
}

function openStarted(id: string, { check, batch, table }: CheckedBatch, ports: Ports): Result<null, Problem> {
  const { id: environmentId, name, environmentClass } = batch.open.environment;
  return ports.batches.open(id, {
    startedAt: timeOf(ports),
    plan: batch.plan,
    table: { name: table.name, columns: table.columns, rows: table.rows },
    environment: { id: environmentId, name, environmentClass },
    totals: check.totals,
    target: targetNow(batch),
  });
}

/** Needs the lock of the batch. */
async function prepareResumption(
  { id, plan, table, target }: StoredBatch,
  { confirmation }: ResumeInput,
  ports: Ports,
  { interlock }: CoreState,
): Promise<Result<OpenBatch, readonly Problem[]>> {
  const decided = takeDecisions(id, ports);
  if (!decided.ok) return fail([decided.error]);
  const opened = await openBatch(plan, table.columns, ports);
  if (!opened.ok) return fail([opened.error]);
  const batch = opened.value;
  const left = ports.batches.sum(id, ['ready', 'not-sent']);
  const waiting = ports.batches.journal({ id, after: 0, limit: 1, states: ['ready', 'not-sent', 'unknown'] });
  if (!left.ok) return fail([left.error]);
  if (!waiting.ok) return fail([waiting.error]);
  if (target !== targetNow(batch)) return fail([movedAway(batch)]);
  const [first] = waiting.value;
  const asked = confirmationOf(left.value);
  const stops =
    first === undefined
      ? []
      : refuseUnarmed(
          batch,
          { transaction: first.transaction ?? '', amount: first.amount, refundId: first.refundId },
          interlock,
        );
  const refusal = isConfirmed(asked, confirmation) ? stops : [...stops, notConfirmed(asked)];
  return refusal.length === 0 ? ok(batch) : fail(refusal);
}

/** What somebody wrote down, or a status call proved, of rows in quarantine counts from now on. */
function takeDecisions(id: string, ports: Ports): Result<null, Problem> {
  for (let after = 0; ;) {
    const page = ports.batches.journal({ id, after, limit: 250, states: ['unknown'] });
    if (!page.ok) return page;
    const last = page.value.at(-1);
    if (last === undefined) return ok(null);
    for (const row of page.value) {
      const settled = settleByHistory(id, row, ports, 'It was found out since');
      if (!settled.ok) return settled;
    }
    after = last.row;
  }
}

function movedAway({ open }: OpenBatch): Problem {
  return batchProblem(
    `The environment ${open.environment.name} leads to another place than when this batch was started, so it cannot go on there.`,
    'Put its base URL back, or start another batch for what is left.',
  );
}
