import { finishedOf } from '../../../shared/engine/estimate-run.ts';
import type { RunCounts, RunResult, RunState, RunSummary } from '../../../shared/model/run.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import { formatCount } from '../words.ts';

/** A short text for a badge, in the colour of a verdict. */
export type RunBadge = { readonly text: string; readonly verdict: Verdict };

const endWords: Record<Exclude<RunState, 'running' | 'done'>, string> = {
  bailed: 'stopped at a failure',
  cancelled: 'cancelled',
  stopped: 'could not go on',
  'broken-off': 'broken off',
};

/** How a run stands, in a word or two; what is unknown counts more than how it ended. */
export function runBadge({ state, counts }: RunSummary): RunBadge {
  if (state === 'running') return { text: `${percentOf(counts)} %`, verdict: 'pending' };
  if (counts.unknown > 0) return { text: `${formatCount(counts.unknown)} unknown`, verdict: 'unknown' };
  if (state !== 'done') return { text: endWords[state], verdict: 'pending' };
  return counts.failed > 0
    ? { text: `${formatCount(counts.failed)} failed`, verdict: 'refused' }
    : { text: 'passed', verdict: 'accepted' };
}

/** The share that is done, in whole per cent. */
export function percentOf(counts: RunCounts): number {
  return counts.planned === 0 ? 0 : Math.floor((finishedOf(counts) * 100) / counts.planned);
}

/** `1 request`, `1,204 requests`. */
export function requestWords(count: number): string {
  return count === 1 ? '1 request' : `${formatCount(count)} requests`;
}

/** `2 folders or requests chosen · 3 times · 200 ms between requests`: how it was run, as far as that is not plain. */
export function planWords({ plan, table }: RunSummary): readonly string[] {
  const { paths, iterations, delay, concurrency, bail, shard, onlyFailedOf } = plan;
  return [
    ...(onlyFailedOf === null ? [] : ['only what failed before']),
    ...(paths.length === 0 ? [] : [paths.length === 1 ? `only ${paths[0]}` : `${paths.length} chosen`]),
    ...(table === null
      ? []
      : [`${table.name}, ${table.rows === 1 ? '1 row' : `${formatCount(table.rows)} rows`}`]),
    ...(iterations === 1 ? [] : [`${formatCount(iterations)} times${table === null ? '' : ' each'}`]),
    ...(delay === 0 ? [] : [`${formatCount(delay)} ms between requests`]),
    ...(concurrency === 1 ? [] : [`${concurrency} at once`]),
    ...(bail ? ['until the first failure'] : []),
    ...(shard === null ? [] : [`part ${shard.index} of ${shard.count}`]),
  ];
}

/** What a request of a run came to, in a word. */
export type ResultKind = 'passed' | 'failed' | 'unknown' | 'not sent';

export function resultKind({ passed, verdict, exchangeId }: RunResult): ResultKind {
  if (passed) return 'passed';
  if (exchangeId === null) return 'not sent';
  return verdict === 'unknown' ? 'unknown' : 'failed';
}
