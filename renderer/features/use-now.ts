import { useEffect, useState } from 'react';

/** Who asked for less motion gets digits that change this seldom, in milliseconds. */
const calmest = 5000;

/**
 * The time in milliseconds, renewed so that what is said of it on the screen stays true. Every use renders again at
 * every tick, so it belongs into the smallest component that shows a time.
 */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timer = setInterval(() => setNow(Date.now()), calm ? Math.max(every, calmest) : every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
