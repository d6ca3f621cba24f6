import { type PaletteEntry, type PaletteKind, paletteKinds } from './palette-entry.ts';
import type { PaletteQuery } from './palette-scopes.ts';

/** An entry as it is looked through: its texts in lower case, folded once. */
export type IndexedEntry = {
  readonly entry: PaletteEntry;
  readonly title: string;
  readonly shown: string;
  readonly all: string;
};

/** Entries under one heading, best first. */
export type PaletteGroup = {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
  /** How many there are, with those that are not shown. */
  readonly count: number;
};

/** So many entries of a kind are shown while the palette is not narrowed to it. */
const shownOfKind = 6;

/** Prepares entries to be looked through. */
export function indexEntries(entries: readonly PaletteEntry[]): readonly IndexedEntry[] {
  return entries.map((entry) => {
    const title = entry.title.toLowerCase();
    const shown = `${title} ${entry.detail} ${entry.kind}`.toLowerCase();
    return { entry, title, shown, all: `${shown} ${entry.text ?? ''}`.toLowerCase() };
  });
}

/**
 * How well an entry fits, from 0; `null` where a word of the query stands nowhere in it. An exact code comes first, then
 * the beginning of the title, then words of the title, then everything else. The titles of the documentation are whole
 * paragraphs, so among equals it comes last.
 */
export function scoreEntry(indexed: IndexedEntry, words: readonly string[]): number | null {
  const score = fitOf(indexed, words);
  return score === null || indexed.entry.kind !== 'Documentation' ? score : score - 0.5;
}

function fitOf({ entry, title, shown, all }: IndexedEntry, words: readonly string[]): number | null {
  if (!words.every((word) => all.includes(word))) return null;
  const query = words.join(' ');
  if (entry.code?.toLowerCase() === query) return 7;
  if (title === query) return 6;
  if (title.startsWith(query)) return 5;
  const starts = title.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) return 4;
  if (words.every((word) => title.includes(word))) return 3;
  return words.every((word) => shown.includes(word)) ? 2 : 1;
}

/**
 * What fits a query, by kind: the kind with the best entry first. Among equals what was chosen lately comes first, and
 * else the order stays. Without a query that is everything, what was chosen lately under a heading of its own.
 */
export function rankEntries(
  index: readonly IndexedEntry[],
  { scope, words }: PaletteQuery,
  chosen: readonly string[],
): readonly PaletteGroup[] {
  const within = scope === null ? index : index.filter(({ entry }) => scope.kinds.includes(entry.kind));
  const limit = scope === null ? shownOfKind : Number.POSITIVE_INFINITY;
  if (words === '') {
    const others = within.filter(({ entry }) => !chosen.includes(entry.id));
    return [...lately(within, chosen), ...byKind(others, limit)];
  }
  const parts = wordsOf(words);
  const found = within
    .map((indexed) => ({ indexed, score: scoreEntry(indexed, parts), age: ageOf(indexed, chosen) }))
    .flatMap(({ indexed, score, age }) => (score === null ? [] : [{ indexed, score, age }]))
    .toSorted((left, right) => right.score - left.score || left.age - right.age);
  // The best comes first, and with it its kind.
  const kinds = [...new Set(found.map(({ indexed }) => indexed.entry.kind))];
  return kinds.map((kind) =>
    groupOf(
      kind,
      found.map(({ indexed }) => indexed),
      limit,
    ),
  );
}

/** The words of a query, in lower case. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function lately(index: readonly IndexedEntry[], chosen: readonly string[]): readonly PaletteGroup[] {
  const entries = chosen.flatMap((id) => index.find(({ entry }) => entry.id === id)?.entry ?? []);
  return entries.length === 0 ? [] : [{ title: 'Used lately', entries, count: entries.length }];
}

function byKind(index: readonly IndexedEntry[], limit: number): readonly PaletteGroup[] {
  return paletteKinds.map((kind) => groupOf(kind, index, limit)).filter(({ entries }) => entries.length > 0);
}

function groupOf(kind: PaletteKind, index: readonly IndexedEntry[], limit: number): PaletteGroup {
  const entries = index.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry);
  return { title: headings[kind], entries: entries.slice(0, limit), count: entries.length };
}

/** What was never chosen is older than everything that was. */
function ageOf({ entry }: IndexedEntry, chosen: readonly string[]): number {
  const place = chosen.indexOf(entry.id);
  return place === -1 ? chosen.length : place;
}

const headings: Readonly<Record<PaletteKind, string>> = {
  Request: 'Templates',
  Saved: 'Saved requests',
  Command: 'Commands',
  Environment: 'Environments',
  Collection: 'Collections',
  'Error code': 'Error codes',
  History: 'History',
  Documentation: 'Documentation',
  Search: 'Search further',
};
