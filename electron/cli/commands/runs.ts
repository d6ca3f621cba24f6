import { runJsonSchema } from '../../../shared/contract/run-report-schema.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { RunSummary } from '../../../shared/model/run.ts';
import { parseNumber } from '../parse-args.ts';
import { formatResult, formatRun, formatRuns } from '../reporters/run-text.ts';
import { parseReports, reportUsage, resultsOf, writeReport } from '../write-report.ts';
import { callsOf, chooseVerb, usageOf, type Verb, type VerbCall, type VerbInput } from '../verb.ts';

const oneId = { min: 1, max: 1 } as const;

const verbs: Readonly<Record<string, Verb>> = {
  list: {
    usage: 'runs list [--limit N] [--json]',
    options: { limit: { type: 'string' } },
    words: { min: 0, max: 0 },
    run: listRuns,
  },
  show: {
    usage: 'runs show <id> [--json]',
    options: {},
    words: oneId,
    run: async (input) => {
      const run = await findRun(input);
      if (!run.ok) return run;
      return ok(input.json ? `${JSON.stringify(run.value)}\n` : formatRun(run.value));
    },
  },
  results: {
    usage: 'runs results <id> [--failed] [--json]',
    options: { failed: { type: 'boolean' } },
    words: oneId,
    run: showResults,
  },
  report: {
    usage: `runs report <id> ${reportUsage}`,
    options: { report: { type: 'string', multiple: true } },
    words: oneId,
    run: writeReports,
  },
  remove: {
    usage: 'runs remove <id> [--json]',
    options: {},
    words: oneId,
    run: async ({ workbench, args, json }) => {
      const id = args.positionals[0] ?? '';
      const removed = await workbench.handlers['run.remove']({ id });
      if (!removed.ok) return removed;
      return ok(
        json
          ? `{"removed":${JSON.stringify(id)}}\n`
          : `Run ${id} is removed; what it sent stays in the history.\n`,
      );
    },
  },
  schema: {
    usage: 'runs schema',
    options: {},
    words: { min: 0, max: 0 },
    run: async () => ok(`${JSON.stringify(runJsonSchema(), null, 2)}\n`),
  },
};

export const runsUsage = usageOf(verbs);

const calls = callsOf(verbs);

/** Shows what was run, and writes reports of it. */
export const runs: VerbCall = (args, context) =>
  chooseVerb(
    calls,
    { none: 'Say what to do with the runs.', unknown: (name) => `Runs have no verb "${name}".` },
    args,
    context,
  );

async function listRuns({ workbench, args, json }: VerbInput): Promise<Result<string, Problem>> {
  const limit = parseNumber('limit', args.value('limit'), { min: 1, max: 500 });
  if (!limit.ok) return limit;
  const listed = await workbench.handlers['run.list']({ limit: limit.value ?? 20, before: null });
  if (!listed.ok) return listed;
  return ok(json ? `${JSON.stringify(listed.value)}\n` : formatRuns(listed.value));
}

async function showResults({ workbench, args, json, context }: VerbInput): Promise<Result<string, Problem>> {
  const found = await findRun({ workbench, args });
  if (!found.ok) return found;
  const read = resultsOf(found.value.id, workbench.handlers, args.flag('failed') ? 'failed' : 'all');
  let separator = json ? '[' : '';
  for (let after = 0; ;) {
    const page = await read(after);
    if (!page.ok) return page;
    for (const result of page.value) {
      context.out(json ? `${separator}${JSON.stringify(result)}` : formatResult(result, found.value));
      separator = ',';
    }
    const last = page.value.at(-1);
    if (last === undefined) return ok(json ? `${separator === '[' ? '[' : ''}]\n` : '');
    after = last.number;
  }
}

async function writeReports({ workbench, args }: VerbInput): Promise<Result<string, Problem>> {
  const orders = parseReports(args.values('report'));
  if (!orders.ok) return orders;
  const found = await findRun({ workbench, args });
  if (!found.ok) return found;
  if (orders.value.length === 0) {
    return fail({
      code: 'bad-input',
      message: 'There is no report to write.',
      remedy: 'Say which and where: --report html:run.html.',
    });
  }
  for (const order of orders.value) {
    const written = await writeReport(order, found.value, workbench.handlers);
    if (!written.ok) return written;
  }
  return ok(orders.value.map(({ path }) => `The report is in ${path}.\n`).join(''));
}

async function findRun({
  workbench,
  args,
}: Pick<VerbInput, 'workbench' | 'args'>): Promise<Result<RunSummary, Problem>> {
  const id = args.positionals[0] ?? '';
  const run = await workbench.handlers['run.get']({ id });
  if (!run.ok) return run;
  if (run.value !== null) return ok(run.value);
  return fail({
    code: 'bad-run',
    message: `There is no run ${id}.`,
    remedy: 'See runs list for what there is.',
  });
}
