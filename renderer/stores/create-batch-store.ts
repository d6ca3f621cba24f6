import { createStore, type StoreApi } from 'zustand/vanilla';

import type { BatchCommands, ReconcileInput, ResumeInput } from '../../shared/contract/batch-commands.ts';
import type { WorkbenchClient } from '../../shared/contract/client.ts';
import type {
  BatchCheck,
  BatchPlan,
  BatchRow,
  BatchRowPage,
  BatchSummary,
  Reconciliation,
} from '../../shared/model/batch.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { TableDescription } from '../../shared/model/table.ts';

/** Where the value of a field comes from: a column, a text that is the same for all rows, or the environment. */
export type FieldSource =
  | { readonly kind: 'column'; readonly column: string; readonly by: 'user' | 'name' | 'guess' }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'environment' };

/** A batch that is being put together, as it stands in the fields. It outlives its page, so that no work is lost. */
export type BatchDraft = {
  readonly api: string;
  readonly template: string;
  readonly environmentId: string;
  readonly table: TableDescription | null;
  /** By name of the variable; what has none is still open. */
  readonly sources: Readonly<Record<string, FieldSource>>;
  readonly failuresInARow: string;
  readonly totalLimit: string;
  readonly delay: string;
  /** The plan that was looked at, and what was found. */
  readonly checked: { readonly plan: BatchPlan; readonly check: BatchCheck } | null;
};

export type BatchState = {
  readonly draft: BatchDraft | null;
  /** What is known of the batches that were looked at here or told of by the core. */
  readonly byId: Readonly<Record<string, BatchSummary>>;
  /** Begins another one, or with `null` forgets the one that was started. */
  readonly begin: (draft: BatchDraft | null) => void;
  readonly edit: (part: Partial<BatchDraft>) => void;
  readonly take: (batch: BatchSummary) => void;
  readonly check: (plan: BatchPlan) => Promise<Result<BatchCheck, Problem>>;
  readonly start: (
    plan: BatchPlan,
    confirmation: string,
  ) => Promise<Result<BatchSummary, readonly Problem[]>>;
  readonly stop: (id: string) => Promise<Problem | null>;
  readonly resume: (input: ResumeInput) => Promise<Result<BatchSummary, readonly Problem[]>>;
  readonly read: (id: string) => Promise<Result<BatchSummary | null, Problem>>;
  readonly rows: (page: BatchRowPage) => Promise<Result<readonly BatchRow[], Problem>>;
  /** The whole result file, CSV, put together from its parts. */
  readonly result: (id: string) => Promise<Result<string, Problem>>;
  readonly reconcile: (input: ReconcileInput) => Promise<Result<Reconciliation, Problem>>;
};

export type BatchStore = StoreApi<BatchState>;

type ResultPart = BatchCommands['batch.result']['output'];

/** Lines of the result file that are asked for at once. */
const resultLines = 10_000;

/** The batch in the making, and how the started ones go. */
export function createBatchStore(client: WorkbenchClient): BatchStore {
  return createStore<BatchState>((set, get) => {
    const taken = <Failure>(answer: Result<BatchSummary, Failure>): Result<BatchSummary, Failure> => {
      if (answer.ok) get().take(answer.value);
      return answer;
    };
    return {
      draft: null,
      byId: {},
      begin: (draft) => set({ draft }),
      edit: (part) => set(({ draft }) => (draft === null ? {} : { draft: { ...draft, ...part } })),
      take: (batch) => set(({ byId }) => ({ byId: { ...byId, [batch.id]: batch } })),
      check: (plan) => client.call('batch.check', plan),
      start: async (plan, confirmation) => taken(await client.call('batch.start', { ...plan, confirmation })),
      stop: async (id) => {
        const stopped = await client.call('batch.stop', { id });
        return stopped.ok ? null : stopped.error;
      },
      resume: async (input) => taken(await client.call('batch.resume', input)),
      read: async (id) => {
        const answer = await client.call('batch.get', { id });
        if (answer.ok && answer.value !== null) get().take(answer.value);
        return answer;
      },
      rows: (page) => client.call('batch.rows', page),
      result: async (id) => {
        const parts: string[] = [];
        let after: number | null = 0;
        while (after !== null) {
          const part: ResultPart = await client.call('batch.result', { id, after, limit: resultLines });
          if (!part.ok) return part;
          parts.push(part.value.text);
          after = part.value.next;
        }
        return ok(parts.join(''));
      },
      reconcile: (input) => client.call('batch.reconcile', input),
    };
  });
}
