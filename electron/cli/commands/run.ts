import type { RunPlan, RunSummary } from '../../../shared/model/run.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { runReport } from '../../../shared/engine/runs/run-report.ts';
import type { OpenWorkbench } from '../../open-workbench.ts';
import { type CliContext, withWorkbench } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { findNamedTarget, formatRemarks } from '../find-run-target.ts';
import { type Arguments, parseArguments, parseNumber, parsePairs } from '../parse-args.ts';
import { formatProblem, reportProblems } from '../reporters/problems.ts';
import { formatResult, formatTotals } from '../reporters/run-text.ts';
import { unlockVault, withVault } from '../unlock-vault.ts';
import { parseReports, type ReportOrder, reportUsage, resultsOf, writeReport } from '../write-report.ts';

export const runUsage = `run <collection[/path] or file> [--env NAME] [--set name=value]... [--data FILE] [--separator C] [--iterations N] [--bail] [--delay MS] [--concurrency N] [--only-failed RUN] [--shard I/N] [--timeout SECONDS] ${reportUsage} [--json]`;

const options = {
  env: { type: 'string' },
  set: { type: 'string', multiple: true },
  data: { type: 'string' },
  separator: { type: 'string' },
  iterations: { type: 'string' },
  bail: { type: 'boolean' },
  delay: { type: 'string' },
  concurrency: { type: 'string' },
  'only-failed': { type: 'string' },
  shard: { type: 'string' },
  timeout: { type: 'string' },
  report: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

/**
 * Runs a collection and tells each request as it ends. With `--json` standard output gets the report in JSON alone, and
 * what is told meanwhile goes to standard error.
 */
export async function run(args: readonly string[], context: CliContext): Promise<number> {
  const json = args.includes('--json');
  const order = readOrder(args);
  const code = order.ok
    ? await withWorkbench(context, async (workbench) =>
        ok(await runOrder(order.value, { workbench, context, json })),
      )
    : order;
  if (code.ok) return code.value;
  reportProblems(context, [code.error], json);
  return exitCodes.wrongUse;
}

/** What is asked for, before anything is looked up. */
type RunOrder = {
  readonly target: string;
  readonly environment: string | null;
  readonly data: { readonly path: string; readonly separator: string | null } | null;
  readonly reports: readonly ReportOrder[];
  readonly plan: Omit<RunPlan, 'target' | 'environmentId' | 'table'>;
};

type Tools = { readonly workbench: OpenWorkbench; readonly context: CliContext; readonly json: boolean };

function readOrder(args: readonly string[]): Result<RunOrder, Problem> {
  const parsed = parseArguments(args, options, { min: 1, max: 1, usage: runUsage });
  if (!parsed.ok) return parsed;
  const given = parsed.value;
  const overrides = parsePairs(given.values('set'));
  if (!overrides.ok) return overrides;
  const numbers = readNumbers(given);
  if (!numbers.ok) return numbers;
  const shard = parseShard(given.value('shard'));
  if (!shard.ok) return shard;
  const separator = parseSeparator(given.value('separator'));
  if (!separator.ok) return separator;
  const reports = parseReports(given.values('report'));
  if (!reports.ok) return reports;
  const path = given.value('data');
  return ok({
    target: given.positionals[0] ?? '',
    environment: given.value('env'),
    data: path === null ? null : { path, separator: separator.value },
    reports: reports.value,
    plan: {
      ...numbers.value,
      overrides: overrides.value,
      bail: given.flag('bail'),
      onlyFailedOf: given.value('only-failed'),
      shard: shard.value,
    },
  });
}

function readNumbers(
  given: Arguments,
): Result<Pick<RunPlan, 'iterations' | 'delay' | 'concurrency' | 'timeout'>, Problem> {
  const iterations = parseNumber('iterations', given.value('iterations'), { min: 1, max: 1_000_000 });
  if (!iterations.ok) return iterations;
  const delay = parseNumber('delay', given.value('delay'), { min: 0, max: 3_600_000 });
  if (!delay.ok) return delay;
  const concurrency = parseNumber('concurrency', given.value('concurrency'), { min: 1, max: 64 });
  if (!concurrency.ok) return concurrency;
  const timeout = parseNumber('timeout', given.value('timeout'), { min: 1, max: 3600 });
  if (!timeout.ok) return timeout;
  return ok({
    iterations: iterations.value ?? 1,
    delay: delay.value ?? 0,
    concurrency: concurrency.value ?? 1,
    timeout: (timeout.value ?? 60) * 1000,
  });
}

function parseShard(text: string | null): Result<RunPlan['shard'], Problem> {
  if (text === null) return ok(null);
  const [, index = '', count = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= 10_000) return ok(shard);
  return fail({
    code: 'bad-input',
    message: `--shard ${text} is no part of a run.`,
    remedy: 'Write --shard 1/4 for the first of four parts.',
  });
}

function parseSeparator(text: string | null): Result<string | null, Problem> {
  const separator = text === 'tab' || text === '\\t' ? '\t' : text;
  if (separator === null || separator.length === 1) return ok(separator);
  return fail({
    code: 'bad-input',
    message: `--separator ${text ?? ''} is not one character.`,
    remedy: 'Write --separator ";" or --separator tab.',
  });
}

async function runOrder(order: RunOrder, tools: Tools): Promise<number> {
  const { workbench, context, json } = tools;
  const tell = json ? context.error : context.out;
  const plan = await readPlan(order, tools);
  if (!plan.ok) {
    reportProblems(context, [plan.error], json);
    return exitCodes.wrongUse;
  }
  const progress = followRun(workbench, tell);
  const started = await withVault(
    () => workbench.handlers['run.start'](plan.value),
    (result) => (result.ok ? [] : result.error),
    () => unlockVault(workbench.handlers, context),
  );
  const result = started.ok ? started.value : fail([started.error]);
  if (!result.ok) {
    progress.stop();
    reportProblems(context, result.error, json);
    return exitCodes.wrongUse;
  }
  context.error(formatRemarks(result.value.remarks));
  const stopWatching = cancelOnSignal(result.value.id, tools);
  const ended = await progress.ended;
  stopWatching();
  tell(formatTotals(ended));
  const written = await writeReports(order.reports, ended, tools);
  return written ? exitCodeOfRun(ended) : Math.max(exitCodes.wrongUse, exitCodeOfRun(ended));
}

async function readPlan(order: RunOrder, { workbench, context }: Tools): Promise<Result<RunPlan, Problem>> {
  const { handlers, tables } = workbench;
  const named = await findNamedTarget(order.target, handlers);
  if (!named.ok) return named;
  context.error(formatRemarks(named.value.remarks));
  const { data } = order;
  const table = data === null ? ok(null) : await tables.addFile(data.path, { separator: data.separator });
  if (!table.ok) return table;
  context.error(formatRemarks(table.value?.remarks ?? []));
  const environmentId = order.environment ?? (await handlers['environment.list'](null)).activeId;
  return ok({
    ...order.plan,
    target: named.value.target,
    environmentId,
    table: table.value?.id ?? null,
  });
}

/** Tells results as they come, from the place where they are kept, so that none stays in memory. */
function followRun(
  { handlers, listen }: OpenWorkbench,
  tell: (text: string) => void,
): { readonly ended: Promise<RunSummary>; readonly stop: () => void } {
  let after = 0;
  let telling = Promise.resolve();
  const tellNew = async (run: RunSummary): Promise<void> => {
    for (;;) {
      const page = await resultsOf(run.id, handlers)(after);
      if (!page.ok) return tell(formatProblem(page.error));
      const last = page.value.at(-1);
      if (last === undefined) return;
      tell(page.value.map((result) => formatResult(result, run)).join(''));
      after = last.number;
    }
  };
  let stop = (): void => undefined;
  const ended = new Promise<RunSummary>((resolve, reject) => {
    stop = listen((event) => {
      if (event.name !== 'run.changed') return;
      const { run } = event;
      telling = telling.then(() => tellNew(run));
      telling.catch(reject);
      if (run.state === 'running') return;
      stop();
      void telling.then(() => resolve(run));
    });
  });
  return { ended, stop };
}

/** The first Ctrl+C lets the requests under way end; a second one ends the program as it always does. */
function cancelOnSignal(id: string, { workbench, context }: Tools): () => void {
  const cancel = (): void => {
    context.error('Cancelling: what is under way is waited for, so that its outcome is known.\n');
    void workbench.handlers['run.cancel']({ id });
  };
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  return () => void process.off('SIGINT', cancel).off('SIGTERM', cancel);
}

/** Whether all of them are written. */
async function writeReports(
  orders: readonly ReportOrder[],
  ended: RunSummary,
  { workbench, context, json }: Tools,
): Promise<boolean> {
  const { handlers } = workbench;
  const problems: Problem[] = [];
  for (const order of orders) {
    const written = await writeReport(order, ended, handlers);
    if (!written.ok) problems.push(written.error);
  }
  if (json) {
    for await (const part of runReport('json', ended, resultsOf(ended.id, handlers))) context.out(part);
  }
  reportProblems(context, problems, false);
  return problems.length === 0;
}

/** 3 where an outcome is unknown, 0 where everything was run and passed, 2 where nothing was sent, else 1. */
function exitCodeOfRun({ state, counts }: RunSummary): number {
  if (counts.unknown > 0) return exitCodes.unknown;
  if (state === 'done' && counts.failed === 0) return exitCodes.ok;
  return state === 'stopped' && counts.passed + counts.failed === 0 ? exitCodes.wrongUse : exitCodes.failed;
}
