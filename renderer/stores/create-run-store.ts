import { createStore, type StoreApi } from 'zustand/vanilla';

import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RunPlan, RunReportKind, RunResult, RunResultPage, RunSummary } from '../../shared/model/run.ts';
import type { ExportedFile } from '../../shared/model/transfer.ts';

export type RunState = {
  /** Runs that were asked for or told of, as they were last seen. */
  readonly byId: Readonly<Record<string, RunSummary>>;
  readonly start: (plan: RunPlan) => Promise<Result<RunSummary, readonly Problem[]>>;
  /** Reads a run anew; gives what is wrong, if anything. */
  readonly read: (id: string) => Promise<Problem | null>;
  readonly cancel: (id: string) => Promise<Problem | null>;
  readonly results: (page: RunResultPage) => Promise<Result<readonly RunResult[], Problem>>;
  readonly report: (id: string, kind: RunReportKind) => Promise<Result<ExportedFile, Problem>>;
  readonly remove: (id: string) => Promise<Problem | null>;
  /** Takes in how a run goes. */
  readonly take: (run: RunSummary) => void;
};

export type RunStore = StoreApi<RunState>;

/** Runs of collections, and how those go that are on the screen. Results are read when they are looked at. */
export function createRunStore(client: WorkbenchClient): RunStore {
  return createStore<RunState>((set, get) => ({
    byId: {},
    start: async (plan) => {
      const started = await client.call('run.start', plan);
      // The run may have told of itself before its start was answered.
      if (started.ok && get().byId[started.value.id] === undefined) get().take(started.value);
      return started;
    },
    read: async (id) => {
      const run = await client.call('run.get', { id });
      if (!run.ok) return run.error;
      if (run.value === null) return unknownRun(id);
      get().take(run.value);
      return null;
    },
    cancel: async (id) => {
      const cancelled = await client.call('run.cancel', { id });
      return cancelled.ok ? null : cancelled.error;
    },
    results: (page) => client.call('run.results', page),
    report: (id, kind) => client.call('run.report', { id, kind }),
    remove: async (id) => {
      const removed = await client.call('run.remove', { id });
      if (!removed.ok) return removed.error;
      set(({ byId: { [id]: _removed, ...byId } }) => ({ byId }));
      return null;
    },
    take: (run) => set(({ byId }) => ({ byId: { ...byId, [run.id]: run } })),
  }));
}

function unknownRun(id: string): Problem {
  return {
    code: 'unknown-entry',
    message: `The run ${id} is not there any more.`,
    remedy: 'Choose another one under Runs and batches.',
  };
}
