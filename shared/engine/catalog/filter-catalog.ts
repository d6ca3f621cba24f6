import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import type { Source } from '../../model/source.ts';
import type { Verdict } from '../../model/verdict.ts';

/** An HTTP status, or `none` where the documents name no status. */
export type FilteredStatus = number | 'none';

/** Which entries are wanted; an empty list wants all. */
export type CatalogFilter = {
  readonly statuses: readonly FilteredStatus[];
  readonly codes: readonly ('with' | 'without')[];
  readonly origins: readonly Source['origin'][];
  readonly verdicts: readonly Verdict[];
  /** Ids. */
  readonly apis: readonly string[];
};

/** Wants everything. */
export const noFilter: CatalogFilter = { statuses: [], codes: [], origins: [], verdicts: [], apis: [] };

/** Whether an entry of an API is wanted. */
export function passesFilter(
  { statuses, codes, origins, verdicts, apis }: CatalogFilter,
  { status, code, source, verdict }: CatalogEntry,
  api: string,
): boolean {
  const own: readonly FilteredStatus[] = status.length === 0 ? ['none'] : status;
  return (
    allows(apis, [api]) &&
    allows(statuses, own) &&
    allows(codes, [code === null ? 'without' : 'with']) &&
    allows(origins, [source.origin]) &&
    allows(verdicts, [verdict])
  );
}

/** The statuses that entries come with, in order; `none` last. */
export function statusesOf(entries: readonly CatalogEntry[]): readonly FilteredStatus[] {
  const known = [...new Set(entries.flatMap(({ status }) => status))].toSorted((left, right) => left - right);
  return entries.some(({ status }) => status.length === 0) ? [...known, 'none'] : known;
}

/** How many things a filter asks for. */
export function countFilter(filter: CatalogFilter): number {
  return Object.values(filter).reduce((sum, chosen) => sum + chosen.length, 0);
}

function allows<Value>(wanted: readonly Value[], own: readonly Value[]): boolean {
  return wanted.length === 0 || own.some((value) => wanted.includes(value));
}
