import { useSandbox } from '../../stores/stores-context.tsx';
import { formatTime } from '../words.ts';
import { useNow } from '../use-now.ts';
import classes from './clock-face.module.css';
import { clockWords } from './sandbox-words.ts';

/** What the clock of the sandbox says, going on between the times it is asked. */
export function ClockFace({ isLarge = false }: { readonly isLarge?: boolean }) {
  const now = useNow(1000);
  const state = useSandbox((sandbox) => sandbox.state);
  const readAt = useSandbox((sandbox) => sandbox.readAt);
  if (state === null) return null;
  const { clock } = state.controls;
  const time = Date.parse(state.now) + (clock.stoppedAt === null ? Math.max(0, now - readAt) : 0);
  const iso = new Date(time).toISOString();
  const moved = clockWords(clock);
  return (
    <span className={isLarge ? classes['large'] : classes['small']}>
      <time dateTime={iso}>{formatTime(iso)}</time>
      {moved !== null && <span className={classes['moved']}>{moved}</span>}
    </span>
  );
}
