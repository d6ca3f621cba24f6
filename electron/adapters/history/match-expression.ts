import type { DatabaseSync } from 'node:sqlite';

import { foldId, toFacet } from '../../../shared/engine/searchable-text.ts';
import { foldWords } from '../../../shared/engine/fold-words.ts';
import { facetNames, type HistoryQuery } from '../../../shared/model/history-query.ts';
import { prepared } from '../prepared-statement.ts';
import { facetToken, longestIndexedPrefix, type SearchPart, termTable } from './search-index.ts';

/** Whether a query has words or filters, and so needs the index. */
export function needsIndex({ terms, facets }: Pick<HistoryQuery, 'terms' | 'facets'>): boolean {
  return (
    terms.some((term) => foldWords(term).length > 0) ||
    facetNames.some((name) => (facets[name] ?? []).length > 0)
  );
}

/** The words and filters of a query, of which there are some, as an expression of FTS5 for one part of the index. */
export function matchExpression(
  database: DatabaseSync,
  { terms, facets }: Pick<HistoryQuery, 'terms' | 'facets'>,
  part: SearchPart,
): string {
  const conditions = [
    ...facetNames.flatMap((name) => {
      const values = facets[name] ?? [];
      return values.length === 0 ? [] : [matchFacets(values.map((value) => toFacet(name, value)))];
    }),
    ...terms.flatMap((term) => {
      const words = foldWords(term);
      return words.length === 0 ? [] : [matchTerm(database, part, term, words)];
    }),
  ];
  return conditions.join(' AND ');
}

/** Exchanges that have one of the facets. */
export function matchFacets(facets: readonly string[]): string {
  return `facets : (${facets.map((facet) => quote(facetToken(facet))).join(' OR ')})`;
}

/** Exchanges whose request names one of the texts as whole words. */
export function matchRequest(texts: readonly string[]): string | null {
  const phrases = texts.map((text) => foldWords(text).join(' ')).filter((phrase) => phrase !== '');
  return phrases.length === 0 ? null : `request : (${phrases.map(quote).join(' OR ')})`;
}

function matchTerm(database: DatabaseSync, part: SearchPart, term: string, words: readonly string[]): string {
  const start = words.slice(0, -1);
  const phrases = ends(database, part, words.at(-1) ?? '').map(
    (end) => `${quote([...start, end.word].join(' '))}${end.isPrefix ? ' *' : ''}`,
  );
  const parts = ends(database, part, foldId(term)).map(
    (end) => `${quote(end.word)}${end.isPrefix ? ' *' : ''}`,
  );
  return `({request words} : (${phrases.join(' OR ')}) OR ids : (${parts.join(' OR ')}))`;
}

type End = { readonly word: string; readonly isPrefix: boolean };

/** More words than this are left to FTS5. */
const mostEnds = 16;

/**
 * The words that begin so. FTS5 collects every exchange of a prefix before it gives the first, unless the prefix has a
 * list of its own: `refu` took 88 ms among 300,000 exchanges. The few words it stands for are walked newest first.
 */
function ends(database: DatabaseSync, part: SearchPart, prefix: string): readonly End[] {
  const asPrefix = [{ word: prefix, isPrefix: true }];
  if ([...prefix].length <= longestIndexedPrefix) return asPrefix;
  const next = prepared(database, `SELECT term FROM ${termTable(part)} WHERE term >= ? AND term < ? LIMIT 1`);
  const found: End[] = [];
  for (let from = prefix; ;) {
    const term = next.get(from, `${prefix}\u{10ffff}`)?.['term'];
    if (term === undefined) break;
    if (found.length === mostEnds) return asPrefix;
    found.push({ word: String(term), isPrefix: false });
    from = `${String(term)}\0`;
  }
  // A word that nobody wrote finds nothing.
  return found.length === 0 ? [{ word: prefix, isPrefix: false }] : found;
}

function quote(text: string): string {
  return `"${text}"`;
}
