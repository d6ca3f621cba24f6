import type { Handlers } from '../../shared/contract/commands.ts';
import type { Capture, Check } from '../../shared/model/check.ts';
import type { CollectionContent, ContentNode } from '../../shared/model/collection.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { RunPlan, RunResult, RunSummary } from '../../shared/model/run.ts';
import { sendInput, type TestWorkbench } from './open-test-workbench.ts';

type Tuning = {
  readonly checks?: readonly Check[];
  readonly captures?: readonly Capture[];
  readonly change?: (draft: RequestDraft) => RequestDraft;
};

/** A request of a collection, made from a template. */
export function requestOf(
  name: string,
  api: string,
  template: string,
  { checks = [], captures = [], change = (draft) => draft }: Tuning = {},
): ContentNode {
  const draft = change(sendInput(api, template).draft);
  return { kind: 'request', request: { name, notes: '', draft, checks, captures } };
}

export function contentOf(
  items: readonly ContentNode[],
  variables: CollectionContent['variables'] = [],
): CollectionContent {
  return { name: 'Refunds', notes: '', variables, items };
}

/** A plan to run a collection once, on the sandbox unless said otherwise. */
export function runPlan(content: CollectionContent, changes: Partial<RunPlan> = {}): RunPlan {
  return {
    target: { kind: 'given', content },
    environmentId: 'sandbox',
    overrides: {},
    table: null,
    iterations: 1,
    bail: false,
    delay: 0,
    concurrency: 1,
    onlyFailedOf: null,
    shard: null,
    timeout: 10_000,
    ...changes,
  };
}

export type EndedRun = { readonly run: RunSummary; readonly results: readonly RunResult[] };

/** Runs a plan to its end, and fails the test where it does not start. */
export async function runToEnd(workbench: TestWorkbench, plan: RunPlan): Promise<EndedRun> {
  const ended = nextEnd(workbench);
  const started = await workbench.handlers['run.start'](plan);
  if (!started.ok) throw new Error(started.error.map(({ message }) => message).join(' '));
  const run = await ended;
  return { run, results: await allResults(workbench.handlers, run.id) };
}

/** The next run that ends. */
export function nextEnd(workbench: TestWorkbench): Promise<RunSummary> {
  return new Promise((resolve) => {
    const stop = workbench.listen((event) => {
      if (event.name !== 'run.changed' || event.run.state === 'running') return;
      stop();
      resolve(event.run);
    });
  });
}

export async function allResults(handlers: Handlers, id: string): Promise<readonly RunResult[]> {
  const page = await handlers['run.results']({ id, after: 0, limit: 500, only: 'all' });
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
}

/** What stops a run from starting, in sentences. */
export async function refusalOf(workbench: TestWorkbench, plan: RunPlan): Promise<readonly string[]> {
  const started = await workbench.handlers['run.start'](plan);
  return started.ok ? [] : started.error.map(({ message }) => message);
}

/** Takes a data file over, and gives its id. */
export async function addTable({ handlers }: TestWorkbench, text: string): Promise<string> {
  const id = `table-${text.length}-${Math.trunc(performance.now() * 1000)}`;
  const added = await handlers['table.add']({ id, name: 'rows.csv', text, last: true, separator: null });
  if (!added.ok) throw new Error(added.error.message);
  return id;
}
