import type { RunSummary } from '../../shared/model/run.ts';

/** The later of two sights of one run: an answer may come after an event that was sent before it, and an end is final. */
export function laterRun(known: RunSummary | undefined, told: RunSummary): RunSummary {
  return known !== undefined && known.state !== 'running' && told.state === 'running' ? known : told;
}
