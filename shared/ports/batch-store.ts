import type { BatchRow, BatchRowPage, BatchRowState, BatchState, BatchSummary } from '../model/batch.ts';
import type { HistoryPage } from '../model/exchange.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';

/** A batch as it begins; its rows come before it. */
export type NewBatch = Pick<
  BatchSummary,
  'startedAt' | 'plan' | 'table' | 'environment' | 'totals'
> & {
  /** Where its refunds go, as the journal names it. */
  readonly target: string;
};

export type NewBatchRow = Pick<
  BatchRow,
  'row' | 'cells' | 'meaning' | 'transaction' | 'amount' | 'refundId'
> & {
  readonly state: 'ready' | 'invalid';
  /** Fingerprint of its refund; `null` for a row that cannot be sent. */
  readonly fingerprint: string | null;
};

/** A batch as it is kept. */
export type StoredBatch = Omit<BatchSummary, 'left'> & Pick<NewBatch, 'target'>;

/** A row, with what its line before the call says. */
export type StoredBatchRow = BatchRow & {
  readonly fingerprint: string | null;
  /** Exchanges of the same refund that were known before its call, so that another one is that of the call. */
  readonly known: readonly string[];
  /** What it is where its call was never recorded. */
  readonly before: 'not-sent' | 'unknown';
};

/** The line before a call: of one row of it. */
export type BegunRow = Pick<StoredBatchRow, 'row' | 'known' | 'before'>;

/** The line after a call: of one row of it. */
export type SettledRow = Pick<
  BatchRow,
  'row' | 'state' | 'code' | 'meaning' | 'providerId' | 'exchangeId' | 'at'
>;

/** Exact sum of the amounts of some rows. */
export type BatchSum = { readonly rows: number; readonly amount: string; readonly withoutAmount: number };

/** Lets go of a lock. */
export type Release = () => void;

/** Batches and the journal of their rows. Every line is on the disk when a call returns. */
export type BatchStore = {
  /** A new batch that nobody sees until it is opened, locked for this program. One that is never opened vanishes. */
  draft(): Result<{ readonly id: string; readonly release: Release }, Problem>;
  addRows(id: string, rows: readonly NewBatchRow[]): Result<null, Problem>;
  /** Makes a draft a batch that runs. */
  open(id: string, batch: NewBatch): Result<null, Problem>;
  discard(id: string): Result<null, Problem>;
  /** Keeps every other program from running it, until it is released or this one ends; `null` where another has it. */
  lock(id: string): Result<Release | null, Problem>;
  get(id: string): Result<StoredBatch | null, Problem>;
  /** Newest first. */
  list(page: HistoryPage): Result<readonly StoredBatch[], Problem>;
  rows(page: BatchRowPage): Result<readonly BatchRow[], Problem>;
  /** Rows of some states with what their journal says, in order. */
  journal(page: BatchRowPage): Result<readonly StoredBatchRow[], Problem>;
  sum(id: string, states: readonly BatchRowState[]): Result<BatchSum, Problem>;
  /** The line before a call. Each of the rows is then `sending`. */
  begin(id: string, rows: readonly BegunRow[]): Result<null, Problem>;
  /** The line after a call. */
  settle(id: string, rows: readonly SettledRow[]): Result<null, Problem>;
  setState(
    id: string,
    change: { readonly state: BatchState } & Pick<BatchSummary, 'reason' | 'endedAt'>,
  ): Result<null, Problem>;
  /** Asks whoever runs it to stop. */
  askToStop(id: string): Result<null, Problem>;
  isAskedToStop(id: string): Result<boolean, Problem>;
  /** Remembers texts on the disk, however many, to find those that stand twice. */
  rememberTexts(): TextMemory;
};

/** Texts by the row they first stood in. */
export type TextMemory = {
  /** The row in which a text stood before; `null`, and it is remembered, where it is new. */
  firstRow(text: string, row: number): number | null;
  close(): void;
};
