import type { BatchSummary } from '../model/batch.ts';
import type { RunSummary } from '../model/run.ts';

/** A run or a batch, as a list shows both. */
export type RunListEntry =
  | { readonly kind: 'run'; readonly key: string; readonly startedAt: string; readonly run: RunSummary }
  | {
      readonly kind: 'batch';
      readonly key: string;
      readonly startedAt: string;
      readonly batch: BatchSummary;
    };

type Read<Item> = { readonly items: readonly Item[]; readonly complete: boolean };

/**
 * Runs and batches as one list, newest first. Each may be read in part: what is older than the end of a list that is not
 * complete is left out, since something of that list may belong before it.
 */
export function mergeRunList(runs: Read<RunSummary>, batches: Read<BatchSummary>): readonly RunListEntry[] {
  const horizon = [runs, batches]
    .flatMap(({ items, complete }) => (complete ? [] : [items.at(-1)?.startedAt ?? '\uffff']))
    .reduce((newest, at) => (at > newest ? at : newest), '');
  const entries: readonly RunListEntry[] = [
    ...runs.items.map((run) => ({
      kind: 'run' as const,
      key: `run:${run.id}`,
      startedAt: run.startedAt,
      run,
    })),
    ...batches.items.map((batch) => ({
      kind: 'batch' as const,
      key: `batch:${batch.id}`,
      startedAt: batch.startedAt,
      batch,
    })),
  ];
  return entries
    .filter(({ startedAt }) => startedAt >= horizon)
    .toSorted((left, right) =>
      left.startedAt < right.startedAt ? 1 : left.startedAt > right.startedAt ? -1 : 0,
    );
}
