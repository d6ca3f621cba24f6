import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import { foldWords } from '../fold-words.ts';

/** What is searched of an API. */
export type SearchedApi = Pick<ApiDefinition, 'id' | 'title' | 'vendor' | 'catalog'>;

/** A catalog entry with its words as a search compares them. */
export type IndexedEntry<Api extends SearchedApi> = {
  readonly api: Api;
  readonly entry: CatalogEntry;
  /** The code in lower case. */
  readonly code: string | null;
  /** The documented words, cut at their gaps, each piece with blanks around every word. */
  readonly message: readonly string[];
  readonly messageWords: ReadonlySet<string>;
  /** Every word it can be found by, with how much it says about the entry. */
  readonly words: ReadonlyMap<string, number>;
};

/** The entries of all APIs, in order, with how rare each word is. */
export type CatalogIndex<Api extends SearchedApi> = {
  readonly entries: readonly IndexedEntry<Api>[];
  /** A word that stands in few entries tells more than one that stands in many. */
  readonly rarity: (word: string) => number;
};

/** How much a word says, by where it stands. */
const weights = { message: 3, title: 3, code: 3, status: 2, meaning: 1.5, remedy: 1, api: 1 } as const;

/** Makes catalogs ready to be searched; worth keeping, as it looks at every word of them. */
export function indexCatalogs<Api extends SearchedApi>(apis: readonly Api[]): CatalogIndex<Api> {
  const entries = apis.flatMap((api) => api.catalog.map((entry) => indexEntry(api, entry)));
  const counts = new Map<string, number>();
  for (const word of entries.flatMap(({ words }) => [...words.keys()])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rarity = (word: string): number => Math.log(1 + entries.length / (counts.get(word) ?? 1));
  return { entries, rarity };
}

/** Words between blanks, with a blank on either side, so that whole words are found in it. */
export function spacedWords(text: string): string {
  return ` ${foldWords(withPartedWords(text)).join(' ')} `;
}

function indexEntry<Api extends SearchedApi>(api: Api, entry: CatalogEntry): IndexedEntry<Api> {
  const { code, message, title, status, meaning, remedy } = entry;
  const pieces = (message ?? '').split(/\{\w+\}/).map(spacedWords);
  const words = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of foldWords(`${text} ${withPartedWords(text)}`)) {
      words.set(word, Math.max(weight, words.get(word) ?? 0));
    }
  };
  add(message ?? '', weights.message);
  add(title, weights.title);
  add(code ?? '', weights.code);
  add(status.join(' '), weights.status);
  add(meaning, weights.meaning);
  add(remedy, weights.remedy);
  add(`${api.title} ${api.vendor} ${api.id}`, weights.api);
  return {
    api,
    entry,
    code: code?.toLowerCase() ?? null,
    message: pieces.filter((piece) => piece.trim() !== ''),
    messageWords: new Set(pieces.flatMap(foldWords)),
    words,
  };
}

/** `orderNotFound` as `order Not Found`: providers write sentences as one word. */
function withPartedWords(text: string): string {
  return text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}
