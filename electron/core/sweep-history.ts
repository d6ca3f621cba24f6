import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Ports } from './ports.ts';

const hour = 3_600_000;

/** Removes everything that the retention lets go, in small steps, so that others get their turn. Gives how many. */
export async function sweepHistory({ history, clock }: Ports): Promise<Result<number, Problem>> {
  for (let removed = 0; ;) {
    const swept = history.sweep(new Date(clock.now()).toISOString());
    if (!swept.ok) return swept;
    removed += swept.value.removed;
    if (!swept.value.again) return ok(removed);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * One small step of the same after a send: at most once an hour, and with every send while there is more to remove.
 * What fails is tried again at the next send.
 */
export function sweepHourly({ history, clock }: Ports): void {
  const sweptAt = history.sweptAt();
  if (!sweptAt.ok) return;
  const since = sweptAt.value === null ? Infinity : clock.now() - Date.parse(sweptAt.value);
  // A clock that was set back must not put it off for years.
  if (Math.abs(since) >= hour) history.sweep(new Date(clock.now()).toISOString());
}
