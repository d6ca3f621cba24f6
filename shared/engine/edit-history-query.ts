import { splitQuery } from './split-query.ts';

/** A filter as a query holds it: `verdict:refused`. */
export type QueryFilter = { readonly key: string; readonly value: string };

/** Whether the query asks for this very value. */
export function hasFilter(text: string, { key, value }: QueryFilter): boolean {
  return splitQuery(text).some((word) => word.key === key && isSame(word.value, value));
}

/** The value that the query gives a filter last; `null` where it has no such filter. */
export function filterValue(text: string, key: string): string | null {
  return splitQuery(text).findLast((word) => word.key === key)?.value ?? null;
}

/** Takes a filter into the query, at its end, or out of it. */
export function toggleFilter(text: string, filter: QueryFilter): string {
  if (!hasFilter(text, filter)) return append(text, filter);
  return without(text, (key, value) => key === filter.key && isSame(value, filter.value));
}

/** Takes every filter of these names out of the query, and others in. */
export function replaceFilters(
  text: string,
  keys: readonly string[],
  filters: readonly QueryFilter[] = [],
): string {
  return filters.reduce(
    append,
    without(text, (key) => keys.includes(key)),
  );
}

/** How many filters of these names the query has. */
export function countFilters(text: string, keys: readonly string[]): number {
  return splitQuery(text).filter(({ key }) => key !== null && keys.includes(key)).length;
}

/** A filter as text; a quote inside a value cannot be written, and a word without it still finds what it is part of. */
export function formatFilter({ key, value }: QueryFilter): string {
  const plain = value.replaceAll('"', ' ').trim();
  return /\s/.test(plain) ? `${key}:"${plain}"` : `${key}:${plain}`;
}

function append(text: string, filter: QueryFilter): string {
  return [closeQuote(text).trim(), formatFilter(filter)].filter((part) => part !== '').join(' ');
}

/** What follows a quote that was never closed would become part of it. */
function closeQuote(text: string): string {
  return text.split('"').length % 2 === 0 ? `${text}"` : text;
}

function without(text: string, isUnwanted: (key: string, value: string) => boolean): string {
  return splitQuery(text)
    .filter(({ key, value }) => key === null || !isUnwanted(key, value))
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
