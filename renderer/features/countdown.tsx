import { formatRemaining } from './words.ts';
import { useNow } from './use-now.ts';
import classes from './countdown.module.css';

/** The time that is left until then (ISO 8601), as `4:12`. It ticks in silence: a timer is not read out. */
export function Countdown({ until }: { readonly until: string }) {
  const left = Date.parse(until) - useNow(1000);
  return (
    <span role="timer" className={classes['time']}>
      {formatRemaining(left)}
    </span>
  );
}
