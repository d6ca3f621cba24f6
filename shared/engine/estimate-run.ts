import type { RunCounts } from '../model/run.ts';

/** How many requests have their result: sent, or known not to be sent. */
export function finishedOf({ passed, failed }: RunCounts): number {
  return passed + failed;
}

/** Milliseconds that the rest will take if it goes on as until now; `null` before the first result. */
export function estimateLeft(counts: RunCounts, elapsed: number): number | null {
  const finished = finishedOf(counts);
  if (finished === 0) return null;
  return Math.max(0, ((counts.planned - finished - counts.skipped) * elapsed) / finished);
}

/** Whole quarters of the run that are done, 0 to 4: what is worth reading out. */
export function quartersOf(counts: RunCounts): number {
  return counts.planned === 0 ? 0 : Math.floor((finishedOf(counts) * 4) / counts.planned);
}
