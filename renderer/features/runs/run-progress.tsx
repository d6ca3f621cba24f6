import { estimateLeft, finishedOf, quartersOf } from '../../../shared/engine/estimate-run.ts';
import type { RunCounts, RunSummary } from '../../../shared/model/run.ts';
import { useNow } from '../use-now.ts';
import { formatCount, formatDuration, formatRemaining } from '../words.ts';
import { ResultBar } from './result-bar.tsx';
import classes from './run-progress.module.css';
import { requestWords } from './run-words.ts';

/** How far a run is and how it goes: a bar, the counts behind it, and the time. */
export function RunProgress({ run }: { readonly run: RunSummary }) {
  const { counts, state } = run;
  const isRunning = state === 'running';
  return (
    <div className={classes['progress']}>
      <ResultBar counts={counts} />
      <div className={classes['line']}>
        <Counts counts={counts} isRunning={isRunning} />
        <span className={classes['time']}>{isRunning ? <TimeLeft run={run} /> : timeTaken(run)}</span>
      </div>
      <p role="status" className={classes['told']}>
        {toldOf(run)}
      </p>
    </div>
  );
}

function Counts({ counts, isRunning }: { readonly counts: RunCounts; readonly isRunning: boolean }) {
  const { planned, passed, failed, unknown, skipped, checksPassed, checksFailed } = counts;
  const checks = checksPassed + checksFailed;
  const left = planned - finishedOf(counts) - skipped;
  return (
    <dl className={classes['counts']}>
      <Count kind="passed" label="passed" count={passed} />
      <Count kind="failed" label="failed" count={failed - unknown} />
      {unknown > 0 && <Count kind="unknown" label="unknown" count={unknown} />}
      {isRunning && <Count kind="left" label={`left of ${formatCount(planned)}`} count={left} />}
      {skipped > 0 && <Count kind="left" label="not sent" count={skipped} />}
      {checks > 0 && (
        <div className={classes['checks']}>
          <dt>checks</dt>
          <dd>
            {formatCount(checksPassed)} of {formatCount(checks)} passed
          </dd>
        </div>
      )}
    </dl>
  );
}

type CountProps = {
  readonly kind: 'passed' | 'failed' | 'unknown' | 'left';
  readonly label: string;
  readonly count: number;
};

function Count({ kind, label, count }: CountProps) {
  return (
    <div className={classes[count > 0 ? kind : 'left']}>
      <dt>{label}</dt>
      <dd>{formatCount(count)}</dd>
    </div>
  );
}

/** Ticks in silence: a timer is not read out. */
function TimeLeft({ run: { startedAt, counts } }: { readonly run: RunSummary }) {
  const elapsed = Math.max(0, useNow(1000) - Date.parse(startedAt));
  const left = estimateLeft(counts, elapsed);
  return (
    <span role="timer">
      {formatRemaining(elapsed)}
      {left !== null && ` · about ${formatRemaining(left)} left`}
    </span>
  );
}

function timeTaken({ startedAt, endedAt, duration, counts }: RunSummary): string {
  const sent = finishedOf(counts);
  const average = sent === 0 ? '' : ` · ${formatDuration(duration / sent)} each`;
  const taken = endedAt === null ? '' : formatDuration(Date.parse(endedAt) - Date.parse(startedAt));
  return `${taken}${average}`;
}

/** What is read out: each quarter, and the end; nothing in between. */
function toldOf({ state, counts }: RunSummary): string {
  const failed = counts.failed === 0 ? 'none failed' : `${formatCount(counts.failed)} failed`;
  if (state !== 'running') return `The run has ended: ${requestWords(finishedOf(counts))} done, ${failed}.`;
  const quarters = quartersOf(counts);
  return quarters === 0 ? 'The run has started.' : `${quarters * 25} per cent of the run is done.`;
}
