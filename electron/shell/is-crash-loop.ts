/** So many crashes within a minute are not mended by loading the page once more. */
const mostCrashes = 3;

/** Milliseconds in which they count. */
const window = 60_000;

/**
 * Whether the page crashes again and again.
 *
 * @param times of its crashes, in milliseconds, the last one last
 */
export function isCrashLoop(times: readonly number[]): boolean {
  const last = times.at(-1);
  return last !== undefined && times.filter((time) => time > last - window).length >= mostCrashes;
}
