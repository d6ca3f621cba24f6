/** Milliseconds since 1970 as people read them in the ledger: ISO 8601, UTC; the digits where no calendar goes so far. */
export function formatMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? `${milliseconds} ms since 1970` : date.toISOString();
}
