import type {
  BatchCheck,
  BatchPlan,
  BatchRow,
  BatchRowPage,
  BatchSummary,
  Reconciliation,
} from '../model/batch.ts';
import type { HistoryPage } from '../model/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** What a client may ask about batches of refunds. */
export interface BatchCommands {
  /** Looks at every row, and sends nothing. */
  'batch.check': { input: BatchPlan; output: Result<BatchCheck, Problem> };
  /** Starts a batch, which goes on after the answer; `batch.changed` tells how it goes. */
  'batch.start': {
    input: BatchPlan & { readonly confirmation: string };
    output: Result<BatchSummary, readonly Problem[]>;
  };
  /** Lets the call under way end, and sends no other. */
  'batch.stop': { input: { readonly id: string }; output: Result<null, Problem> };
  'batch.resume': { input: ResumeInput; output: Result<BatchSummary, readonly Problem[]> };
  'batch.list': { input: HistoryPage; output: Result<readonly BatchSummary[], Problem> };
  'batch.get': { input: { readonly id: string }; output: Result<BatchSummary | null, Problem> };
  'batch.rows': { input: BatchRowPage; output: Result<readonly BatchRow[], Problem> };
  /** The result file, one line for each row of the table: CSV in parts, the next after `after`. */
  'batch.result': {
    input: { readonly id: string; readonly after: number; readonly limit: number };
    output: Result<{ readonly text: string; readonly next: number | null }, Problem>;
  };
  'batch.reconcile': { input: ReconcileInput; output: Result<Reconciliation, Problem> };
}

export type ResumeInput = {
  readonly id: string;
  /** As for the start; the total of what is left. */
  readonly confirmation: string;
  /** Finds out first what became of quarantined rows: by a status call, and the same id again where that is safe. */
  readonly resolve: boolean;
};

/** Columns of the provider's export: what names a refund, and its amount if it has one. */
export type ReconcileInput = {
  readonly id: string;
  readonly table: string;
  readonly key: string;
  /** What of a row the key is. */
  readonly keyOf: 'transaction' | 'refundId' | 'providerId';
  readonly amount: string | null;
};
