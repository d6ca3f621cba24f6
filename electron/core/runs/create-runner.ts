import type { WorkbenchEvent } from '../../../shared/contract/events.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunPlan, RunResult, RunSummary } from '../../../shared/model/run.ts';
import type { RunRequest } from '../../../shared/engine/runs/flatten-collection.ts';
import { createRedactor, redactDeep } from '../../../shared/engine/redact.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { apis } from '../../../shared/apis/registry.ts';
import { knownSecrets } from '../known-secrets.ts';
import { secretNames } from '../secret-names.ts';
import { emptyCounts, endCounts } from '../../../shared/engine/runs/count-results.ts';
import type { CoreState } from '../core-state.ts';
import type { Ports } from '../ports.ts';
import { sendExchange } from '../send-exchange.ts';
import { valuesOf } from './check-run-variables.ts';
import { executeRun, type RunEnd, rowReader } from './execute-run.ts';
import { judgeExchange, resultOfExchange, resultOfProblems } from './judge-exchange.ts';
import { type PlannedRun, planRun } from './plan-run.ts';
import { type PlannedIteration, plannedIterations } from './planned-iterations.ts';
import { createTeller } from '../create-teller.ts';

/** Starts runs and knows those of this program that go on. */
export type Runner = {
  readonly start: (plan: RunPlan) => Promise<Result<RunSummary, readonly Problem[]>>;
  readonly cancel: (id: string) => Result<null, Problem>;
  /** How many go on. */
  readonly count: () => number;
  /** Cancels what goes on, and waits until it has ended. */
  readonly end: () => Promise<void>;
};

export type RunnerTools = {
  readonly ports: Ports;
  readonly state: CoreState;
  readonly emit: (event: WorkbenchEvent) => void;
  /** Runs after every request, and once more at the end of a run. */
  readonly afterSend: () => void;
};

/** The runs of one program. Each request takes the one road of every send. */
export function createRunner(tools: RunnerTools): Runner {
  const { ports, emit } = tools;
  const underWay = new Map<string, { readonly control: AbortController; readonly ended: Promise<void> }>();
  return {
    start: async (asked) => {
      const planned = await planRun(asked, ports);
      if (!planned.ok) return planned;
      const summary = beginRun(planned.value, ports);
      if (!summary.ok) return fail([summary.error]);
      const control = new AbortController();
      const follow = async (): Promise<void> => {
        const end = await goOn(planned.value, summary.value, control.signal, tools);
        underWay.delete(end.id);
        emit({ name: 'run.changed', run: end });
      };
      underWay.set(summary.value.id, { control, ended: follow() });
      return summary;
    },
    cancel: (id) => {
      const run = underWay.get(id);
      if (run === undefined) return fail(notHere(id));
      run.control.abort();
      return ok(null);
    },
    count: () => underWay.size,
    end: async () => {
      for (const { control } of underWay.values()) control.abort();
      await Promise.all([...underWay.values()].map(({ ended }) => ended));
    },
  };
}

function beginRun(run: PlannedRun, ports: Ports): Result<RunSummary, Problem> {
  const { plan, target, environment, table } = run;
  const { target: _target, ...asked } = plan;
  const { id, name, environmentClass } = environment;
  const summary = {
    startedAt: new Date(ports.clock.now()).toISOString(),
    collection: target.collection,
    environment: { id, name, environmentClass },
    table: table === null ? null : { name: table.name, rows: table.rows },
    plan: { ...asked, overrides: withoutSecrets(asked.overrides, environment, ports), paths: target.paths },
    remarks: run.remarks,
    counts: emptyCounts(run.planned),
  };
  const begun = ports.runs.begin(summary);
  if (!begun.ok) return begun;
  const held = table === null ? ok(null) : ports.tables.hold(table.id, holderOf(begun.value));
  if (!held.ok) return held;
  return ok({ ...summary, id: begun.value, endedAt: null, state: 'running', reason: null, duration: 0 });
}

/** Secrets that were given for this run only are not kept with it; others that stand in a value are named. */
function withoutSecrets(
  overrides: RunPlan['overrides'],
  environment: Environment,
  ports: Ports,
): RunPlan['overrides'] {
  const secrets = secretNames(apis, environment);
  const plain = Object.entries(overrides).filter(([name]) => !secrets.has(name));
  return redactDeep(Object.fromEntries(plain), createRedactor(knownSecrets(ports)));
}

/** How a run is called where it keeps a table. */
export function holderOf(id: string): string {
  return `run ${id}`;
}

/** Runs to the end, whatever happens, and gives the run as it is then. */
async function goOn(
  run: PlannedRun,
  begun: RunSummary,
  signal: AbortSignal,
  tools: RunnerTools,
): Promise<RunSummary> {
  const { ports, emit, afterSend } = tools;
  const teller = createTeller((summary: RunSummary) => {
    afterSend();
    emit({ name: 'run.changed', run: summary });
  });
  let summary = begun;
  const record = (
    result: RunResult,
    total: Pick<RunSummary, 'counts' | 'duration'>,
  ): Result<null, Problem> => {
    summary = { ...summary, ...total };
    const added = ports.runs.addResult(begun.id, result, total);
    teller.tell(summary);
    return added;
  };
  const { plan, target, table } = run;
  const iterations = plannedIterations(
    { ...plan, requests: target.requests, rows: table?.rows ?? null },
    ports,
  );
  const end = await executeRun({
    iterations,
    planned: run.planned,
    signal,
    record,
    concurrency: plan.concurrency,
    delay: plan.delay,
    bail: plan.bail,
    readRow: rowReader(ports, table),
    send: (request, iteration, literals) => sendOne(run, request, iteration, literals, tools),
  }).catch((error: unknown): RunEnd => ({
    state: 'stopped',
    reason: brokenInside(error),
    counts: endCounts(summary.counts),
  }));
  const endedAt = new Date(ports.clock.now()).toISOString();
  const finished = ports.runs.finish(begun.id, { ...end, endedAt });
  teller.stop();
  afterSend();
  return { ...summary, ...end, endedAt, reason: end.reason ?? (finished.ok ? null : finished.error) };
}

async function sendOne(
  { plan, target, environment }: PlannedRun,
  entry: RunRequest,
  { iteration, row }: PlannedIteration,
  literals: Readonly<Record<string, string>>,
  { ports, state }: RunnerTools,
): Promise<Omit<RunResult, 'number'>> {
  const input = {
    draft: entry.request.draft,
    environmentId: environment.id,
    overrides: plan.overrides,
    literals,
    collectionVariables: valuesOf(target.variables),
  };
  const sent = await sendExchange(
    {
      ...input,
      sendId: '',
      timeout: plan.timeout,
      // Tests of refusals break documented rules on purpose; in production nothing may.
      allowInvalid: environment.environmentClass !== 'production',
      repeatOf: [],
      confirmation: null,
    },
    // A request that has left is waited for: giving it up would make its outcome unknown.
    { timeout: plan.timeout, signal: new AbortController().signal },
    ports,
    state,
  );
  const subject = { ...entry, iteration, row };
  if (!sent.ok) return resultOfProblems(subject, sent.error);
  return resultOfExchange(subject, sent.value, await judgeExchange(entry.request, sent.value, input, ports));
}

function notHere(id: string): Problem {
  return {
    code: 'bad-run',
    message: `Run ${id} does not go on in this program.`,
    remedy: 'Where it was started in another program, cancel it there.',
  };
}

function brokenInside(error: unknown): Problem {
  return {
    code: 'bad-run',
    message: `Something went wrong inside the workbench: ${(error as Error).message}.`,
    remedy: 'Please report it. What was sent is in the history.',
  };
}
