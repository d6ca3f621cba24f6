import type { RunCounts } from '../../../shared/model/run.ts';
import { formatCount } from '../words.ts';
import classes from './result-bar.module.css';

/** All requests of a run as one bar: passed, failed, unknown, and what is not sent. The counts stand beside it in words. */
export function ResultBar({ counts }: { readonly counts: RunCounts }) {
  const { planned, passed, failed, unknown } = counts;
  const parts = [
    { kind: 'passed', count: passed },
    { kind: 'failed', count: failed - unknown },
    { kind: 'unknown', count: unknown },
  ] as const;
  const whole = Math.max(1, planned);
  return (
    <svg
      className={classes['bar']}
      viewBox={`0 0 ${whole} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Of ${formatCount(planned)}: ${parts.map(({ kind, count }) => `${formatCount(count)} ${kind}`).join(', ')}`}
    >
      {parts.map(({ kind, count }, index) => (
        <rect
          key={kind}
          className={classes[kind]}
          x={parts.slice(0, index).reduce((sum, part) => sum + part.count, 0)}
          width={count}
          height={1}
        />
      ))}
    </svg>
  );
}
