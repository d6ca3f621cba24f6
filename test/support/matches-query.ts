import { foldWords } from '../../shared/engine/fold-words.ts';
import { foldId, type SearchableText, searchableText, toFacet } from '../../shared/engine/searchable-text.ts';
import { compareAmounts, parseAmount } from '../../shared/model/amount.ts';
import type { HistoryEntry } from '../../shared/model/exchange.ts';
import { type AmountRange, facetNames, type HistoryQuery } from '../../shared/model/history-query.ts';
import type { JournalEntry } from '../../shared/model/journal.ts';

/** Whether an exchange fits a query: read off it one by one, without any index. What a search gives has to agree. */
export function matchesQuery(
  entry: HistoryEntry,
  refunds: readonly JournalEntry[],
  query: HistoryQuery,
): boolean {
  const text = searchableText(entry, refunds);
  const { startedAt } = entry.exchange;
  return (
    (query.after === null || startedAt >= query.after) &&
    (query.before === null || startedAt < query.before) &&
    facetNames.every((name) => hasFacet(text, name, query.facets[name] ?? [])) &&
    query.terms.every((term) => hasTerm(text, term)) &&
    (query.amounts.length === 0 || refunds.some(({ amount }) => isInside(amount, query.amounts)))
  );
}

function hasFacet(
  text: SearchableText,
  name: (typeof facetNames)[number],
  values: readonly string[],
): boolean {
  return values.length === 0 || values.some((value) => text.facets.includes(toFacet(name, value)));
}

function hasTerm({ ids, request, words }: SearchableText, term: string): boolean {
  const wanted = foldWords(term);
  if (wanted.length === 0) return true;
  return [request, words].some((row) => hasRow(row, wanted)) || ids.some((id) => id.includes(foldId(term)));
}

/** The words in a row, the last one by its beginning. */
function hasRow(row: readonly string[], wanted: readonly string[]): boolean {
  return row.some((_word, start) =>
    wanted.every((word, index) => {
      const found = row[start + index] ?? '';
      return index === wanted.length - 1 ? found.startsWith(word) : found === word;
    }),
  );
}

function isInside(amount: string | null, ranges: readonly AmountRange[]): boolean {
  if (amount === null || !parseAmount(amount).ok) return false;
  return ranges.some(({ from, to, includesFrom, includesTo }) => {
    const above = from === null ? 1 : compareAmounts(amount, from);
    const below = to === null ? -1 : compareAmounts(amount, to);
    return (includesFrom ? above >= 0 : above > 0) && (includesTo ? below <= 0 : below < 0);
  });
}
