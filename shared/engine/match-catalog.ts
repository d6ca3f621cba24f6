import type { Finding } from '../definition/answer.ts';
import type { CatalogEntry } from '../definition/catalog-entry.ts';

/** The entries that fit what the provider said, best first, and how many of them fit equally well. */
export type CatalogMatch = { readonly entries: readonly CatalogEntry[]; readonly equallyGood: number };

type Scored = { readonly entry: CatalogEntry; readonly score: number; readonly strong: boolean };

/** Weights: the provider's words say most, then its code; the HTTP status only breaks ties. */
const weight = { words: 8, partOfWords: 6, code: 4, status: 2, ownCall: 1 } as const;

/**
 * Looks findings up in a catalog. Entries that contradict the finding (another code, other words under the same code)
 * are taken only where nothing fits without contradiction. `status` is `null` for an answer pasted without one.
 */
export function matchCatalog(
  catalog: readonly CatalogEntry[],
  findings: readonly Finding[],
  status: number | null,
): CatalogMatch {
  const matches = findings.map((finding) => matchFinding(catalog, finding, status));
  const best = matches.find((match) => match.entries.length > 0);
  if (best === undefined) return matchByStatus(catalog, status);
  return {
    entries: [...new Set([...best.entries, ...matches.flatMap((match) => match.entries)])],
    equallyGood: best.equallyGood,
  };
}

function matchFinding(
  catalog: readonly CatalogEntry[],
  finding: Finding,
  status: number | null,
): CatalogMatch {
  const scored = catalog
    .map((entry) => scoreEntry(entry, finding, status))
    .filter((item) => item !== null)
    .toSorted((left, right) => Number(right.strong) - Number(left.strong) || right.score - left.score);
  const [best] = scored;
  const fitting = scored.filter((item) => item.strong === best?.strong);
  return {
    entries: fitting.map((item) => item.entry),
    equallyGood: fitting.filter((item) => item.score === best?.score).length,
  };
}

/** Entries that the documents describe by their HTTP status alone, because they print no body. */
export function matchByStatus(catalog: readonly CatalogEntry[], status: number | null): CatalogMatch {
  const entries = catalog.filter(
    (entry) =>
      entry.code === null && entry.message === null && status !== null && entry.status.includes(status),
  );
  return { entries, equallyGood: entries.length };
}

/** Entries whose documented words stand somewhere in a free text, the longest words first. */
export function searchCatalog(catalog: readonly CatalogEntry[], text: string): CatalogMatch {
  const entries = catalog
    .filter(
      (entry) =>
        entry.message !== null &&
        entry.message.length >= 6 &&
        messagePattern(entry.message, false).test(text),
    )
    .toSorted((left, right) => (right.message ?? '').length - (left.message ?? '').length);
  if (entries.length > 0) {
    const longest = (entries[0]?.message ?? '').length;
    return {
      entries,
      equallyGood: entries.filter((entry) => (entry.message ?? '').length === longest).length,
    };
  }
  // A bare number could be anything, an amount included; only one that is called a code counts.
  const byCode = catalog.filter(
    ({ code }) =>
      code !== null &&
      new RegExp(`(?<![a-z])(?:error_?)?(?:code|error)\\W{1,12}${escapeRegExp(code)}(?![\\w.])`, 'i').test(
        text,
      ),
  );
  return { entries: byCode, equallyGood: byCode.length };
}

/** The entries that share most words with a text, for answers that no document describes. */
export function nearestEntries(
  catalog: readonly CatalogEntry[],
  text: string,
  status: number | null,
): readonly CatalogEntry[] {
  const words = wordsOf(text);
  return catalog
    .map((entry) => {
      const own = wordsOf(`${entry.message ?? ''} ${entry.title} ${entry.code ?? ''}`);
      const shared = [...own].filter((word) => words.has(word)).length;
      return { entry, score: shared * 2 + (status !== null && entry.status.includes(status) ? 1 : 0) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 3)
    .map(({ entry }) => entry);
}

function scoreEntry(entry: CatalogEntry, finding: Finding, status: number | null): Scored | null {
  const code = fit(entry.code, finding.code, (left, right) => left === right);
  const words = fit(entry.message, finding.message, (left, right) => messagePattern(left, true).test(right));
  const partly = words === 'clash' && messagePattern(entry.message ?? '', false).test(finding.message ?? '');
  if (code !== 'fits' && words !== 'fits' && !partly) return null;
  if (partly && code === 'absent' && (entry.message ?? '').length < 6) return null;
  const statusFits = status !== null && entry.status.includes(status);
  return {
    entry,
    strong: code !== 'clash' && (words !== 'clash' || partly),
    score:
      (words === 'fits' ? weight.words : partly ? weight.partOfWords : 0) +
      (code === 'fits' ? weight.code : 0) +
      (statusFits ? weight.status : 0) +
      (entry.concerns === 'this call' ? weight.ownCall : 0),
  };
}

function fit(
  documented: string | null,
  given: string | null,
  equal: (documented: string, given: string) => boolean,
): 'fits' | 'clash' | 'absent' {
  if (documented === null || given === null) return 'absent';
  return equal(documented, given) ? 'fits' : 'clash';
}

const patterns = new Map<string, RegExp>();

/** Turns documented words into a pattern: `{name}` is any text, blanks may vary, case and a final stop do not count. */
function messagePattern(message: string, whole: boolean): RegExp {
  const key = `${whole ? 'whole' : 'part'} ${message}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const source = message
    .trim()
    .replace(/\.$/, '')
    .split(/\{\w+\}/)
    .map((part) => escapeRegExp(part).replaceAll(/\s+/g, '\\s+'))
    .join('.*?');
  const pattern = new RegExp(whole ? `^\\s*${source}\\.?\\s*$` : source, 'is');
  patterns.set(key, pattern);
  return pattern;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !commonWords.has(word)),
  );
}

const commonWords = new Set([
  'the',
  'for',
  'and',
  'not',
  'was',
  'are',
  'with',
  'this',
  'that',
  'null',
  'status',
  'message',
  'msg',
  'code',
  'error',
  'refund',
  'true',
  'false',
]);

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
