import {
  countWords,
  failureSentences,
  resultTitle,
  resultWord,
  stateWords,
} from '../../../shared/engine/runs/run-words.ts';
import type { RunResult, RunSummary } from '../../../shared/model/run.ts';

/** One line for a request of a run; of one that did not pass, also why. */
export function formatResult(result: RunResult, run: RunSummary): string {
  const word = resultWord(result);
  const parts = [
    String(result.number).padStart(6),
    word.padEnd(8),
    String(result.status ?? '—').padEnd(4),
    `${result.duration === null ? '—' : Math.round(result.duration)} ms`.padStart(8),
    ` ${resultTitle(result, run)}`,
    ...(result.exchangeId === null ? [] : [`(history ${result.exchangeId})`]),
  ];
  const why = failureSentences(result).map((sentence) => `          ${oneLine(sentence)}\n`);
  return `${parts.join(' ')}\n${why.join('')}`;
}

/** How a run came out. */
export function formatTotals(run: RunSummary): string {
  const { counts, duration } = run;
  const checks =
    counts.checksPassed + counts.checksFailed === 0
      ? ''
      : ` Checks: ${counts.checksPassed} passed, ${counts.checksFailed} failed.`;
  const unknown =
    counts.unknown === 0
      ? ''
      : 'Outcome unknown: look at the provider before anything is sent again (history unresolved).\n';
  const reason = run.reason === null ? '' : `${run.reason.message} ${run.reason.remedy}\n`;
  return `Run ${run.id}: ${stateWords[run.state]}. ${countWords(counts)}.${checks} ${(duration / 1000).toFixed(1)} s of requests.\n${reason}${unknown}`;
}

/** Runs, one a line. */
export function formatRuns(runs: readonly RunSummary[]): string {
  if (runs.length === 0) return 'Nothing was run yet.\n';
  return runs.map((run) => `${formatRunLine(run)}\n`).join('');
}

function formatRunLine({ id, startedAt, state, environment, collection, counts }: RunSummary): string {
  return `${id.padStart(6)}  ${startedAt}  ${state.padEnd(10)} ${environment.name}  ${collection.name}  ${countWords(counts)}`;
}

/** A run with what was asked of it. */
export function formatRun(run: RunSummary): string {
  const { plan, table } = run;
  const rows: readonly (readonly [string, string])[] = [
    [
      'Collection',
      run.collection.id === null ? run.collection.name : `${run.collection.name} (${run.collection.id})`,
    ],
    ...(plan.paths.length === 0 ? [] : [['Only', plan.paths.join(', ')] as const]),
    ['Environment', `${run.environment.name} (${run.environment.environmentClass})`],
    ['Started', run.startedAt],
    ...(run.endedAt === null ? [] : [['Ended', run.endedAt] as const]),
    ...(table === null ? [] : [['Data file', `${table.name}, ${table.rows} rows`] as const]),
    ...(plan.onlyFailedOf === null ? [] : [['Failed in run', plan.onlyFailedOf] as const]),
    ...(plan.shard === null ? [] : [['Part', `${plan.shard.index} of ${plan.shard.count}`] as const]),
    ...run.remarks.map((remark) => ['Remark', remark] as const),
  ];
  return [formatTotals(run), ...rows.map(([label, text]) => `  ${label.padEnd(13)} ${text}\n`)].join('');
}

/** Texts of providers may hold line ends. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}
