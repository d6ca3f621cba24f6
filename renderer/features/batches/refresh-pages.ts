import type { BatchRow, BatchRowState } from '../../../shared/model/batch.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';

/** The pages of rows that were read so far. */
export type RowPages = { readonly pages: readonly (readonly BatchRow[])[]; readonly isComplete: boolean };

/** Reads the page after a row; 0 for the first. */
export type ReadPage = (after: number) => Promise<Result<readonly BatchRow[], Problem>>;

/** What a row stays in; what became of one in quarantine may still be found out. */
const finalStates: ReadonlySet<BatchRowState> = new Set(['accepted', 'pending', 'refused', 'invalid']);

/** Rows of a full page. */
export const pageSize = 200;

/**
 * Reads again what may have changed. Of all rows (`isWhole`) those are left out that have come to an end, and those after
 * a page on which nothing has begun, since rows are sent in their order; a selection is read whole.
 *
 * @returns `null` where a page could not be read
 */
export async function refreshPages(
  { pages, isComplete }: RowPages,
  isWhole: boolean,
  read: ReadPage,
): Promise<RowPages | null> {
  const fresh: (readonly BatchRow[])[] = [];
  let after = 0;
  for (const page of pages.length === 0 ? [[]] : pages) {
    const isSettled = page.length === pageSize && page.every(({ state }) => finalStates.has(state));
    if (isWhole && isSettled) {
      fresh.push(page);
      after = page.at(-1)?.row ?? after;
      continue;
    }
    const answer = await read(after);
    if (!answer.ok) return null;
    const rows = answer.value;
    if (rows.length > 0) fresh.push(rows);
    if (rows.length < pageSize) return { pages: fresh, isComplete: true };
    if (isWhole && rows.every(({ state }) => state === 'ready')) {
      return { pages: [...fresh, ...pages.slice(fresh.length)], isComplete };
    }
    after = rows.at(-1)?.row ?? after;
  }
  return { pages: fresh, isComplete: false };
}
