import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { localDay } from '../words.ts';

/** Exchanges of one day that follow each other. */
export type DayGroup = {
  /** Unique in the list; a day stands twice in it where a clock was set back. */
  readonly id: string;
  /** `2026-11-16`, in the user's calendar. */
  readonly day: string;
  readonly entries: readonly ExchangeSummary[];
};

/** The list in runs of the same day, its order unchanged. */
export function groupByDay(entries: readonly ExchangeSummary[]): readonly DayGroup[] {
  const groups: { id: string; day: string; entries: ExchangeSummary[] }[] = [];
  for (const entry of entries) {
    const day = localDay(entry.startedAt);
    const last = groups.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else groups.push({ id: `${day} ${groups.length}`, day, entries: [entry] });
  }
  return groups;
}
