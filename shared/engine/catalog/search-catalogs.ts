import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import { foldWords } from '../fold-words.ts';
import { type CatalogIndex, type IndexedEntry, type SearchedApi, spacedWords } from './index-catalogs.ts';
import { namedCodes, namedStatuses, withoutReasons } from './named-codes.ts';

/**
 * How an entry fits what was asked for, best first.
 *
 * - `code`: its code is named.
 * - `message`: the provider's words stand in the text, or the text in the provider's words.
 * - `words`: every word asked for stands somewhere in it.
 * - `near`: some words do; only offered where nothing fits.
 */
export type CatalogFit = 'code' | 'message' | 'words' | 'near';

/** An entry that was found. */
export type CatalogHit<Api extends SearchedApi> = {
  readonly api: Api;
  readonly entry: CatalogEntry;
  readonly fit: CatalogFit;
};

/** What a search of catalogs gives. */
export type CatalogSearch<Api extends SearchedApi> = {
  /** Best first; without anything asked for every entry, in the order of the APIs. */
  readonly hits: readonly CatalogHit<Api>[];
  /** The codes that were asked for, in lower case, documented or not. */
  readonly codes: readonly string[];
  /** The HTTP statuses that were asked for. */
  readonly statuses: readonly number[];
  /** Whether only the beginning of the text was read. */
  readonly isCut: boolean;
};

/** What is asked for, taken apart. */
type Question = {
  /** The words with blanks around each, in order. */
  readonly text: string;
  readonly words: readonly string[];
  /** Those that say something. */
  readonly telling: readonly string[];
  /** What the text itself calls a code, in lower case. */
  readonly named: ReadonlySet<string>;
  /** Numbers and the like that may be a code in a text of a few words that calls nothing a code, in lower case. */
  readonly bare: readonly string[];
  /** What the text itself calls an HTTP status. */
  readonly statuses: readonly string[];
};

type Scored<Api extends SearchedApi> = CatalogHit<Api> & { readonly score: number };

/** Longest text that is read, in UTF-16 units: a line of a log, not the log. */
export const longestSearch = 4000;

/** How many entries are offered where nothing fits. */
const nearest = 5;

/** A text of at most this many words is a question, not a line of a log; a number in it may well be a code. */
const fewWords = 6;

/** Words of questions and of notation, which every ticket has. */
const commonWords = new Set(
  'http https status code error msg message null true false the and for with this that was are is of to in on an it we what does mean why got get says said'.split(
    ' ',
  ),
);

/** Best fit first. */
const order: readonly CatalogFit[] = ['code', 'message', 'words', 'near'];

/**
 * Finds the documented answers that a code, a status, a phrase or a pasted line speaks of. Entries that fit exactly come
 * first: by their code, by the provider's words, by every word. Where nothing fits, a few that come nearest.
 */
export function searchCatalogs<Api extends SearchedApi>(
  index: CatalogIndex<Api>,
  query: string,
): CatalogSearch<Api> {
  const isCut = query.length > longestSearch;
  const question = readQuestion(query.slice(0, longestSearch));
  if (question.words.length === 0) {
    const hits = index.entries.map(({ api, entry }) => ({ api, entry, fit: 'words' as const }));
    return { hits, codes: [], statuses: [], isCut };
  }
  const scored = index.entries
    .map((indexed) => scoreEntry(index, indexed, question))
    .filter((hit) => hit !== null)
    .toSorted(compareHits);
  const fitting = scored.filter(({ fit }) => fit !== 'near');
  const shown = fitting.length > 0 ? fitting : scored.slice(0, nearest);
  const lone = question.words.length === 1 ? question.bare : [];
  return {
    hits: shown.map(({ api, entry, fit }) => ({ api, entry, fit })),
    codes: [...question.named, ...lone],
    statuses: [...question.statuses, ...lone.filter((word) => /^[1-5]\d\d$/.test(word))].map(Number),
    isCut,
  };
}

function readQuestion(query: string): Question {
  const text = withoutReasons(query);
  const words = foldWords(text);
  const distinct = [...new Set(words)];
  const telling = distinct.filter((word) => !commonWords.has(word) && (word.length > 1 || /\d/.test(word)));
  const tokens = text.toLowerCase().match(/[\w-]+/g) ?? [];
  const statuses = namedStatuses(query);
  const named = namedCodes(text);
  const bare = tokens.filter(
    (token) => (/\d/.test(token) || tokens.length === 1) && !statuses.includes(token),
  );
  return {
    text: spacedWords(text),
    words,
    telling: telling.length === 0 ? distinct : telling,
    named: new Set(named),
    bare: words.length <= fewWords && named.length === 0 ? bare : [],
    statuses,
  };
}

function scoreEntry<Api extends SearchedApi>(
  { rarity }: CatalogIndex<Api>,
  indexed: IndexedEntry<Api>,
  question: Question,
): Scored<Api> | null {
  const { api, entry } = indexed;
  const found = question.telling.filter((word) => weightOf(indexed, word) > 0);
  const hasAll = hasEveryWord(indexed, question, found.length);
  const share = wordShare(indexed, question, rarity);
  const score =
    found.reduce((sum, word) => sum + rarity(word) * weightOf(indexed, word), 0) +
    share * 20 +
    placeOf(entry);
  const fit = hasCode(indexed, question, hasAll)
    ? 'code'
    : hasMessage(indexed, question) || isMostOfMessage(indexed, question, share)
      ? 'message'
      : hasAll || hasOtherZeros(indexed, question)
        ? 'words'
        : 'near';
  return found.length === 0 && fit === 'near' ? null : { api, entry, fit, score };
}

/** A number that is all there is means a code or a status; one in some sentence says nothing. */
function hasEveryWord<Api extends SearchedApi>(
  { entry }: IndexedEntry<Api>,
  { words, telling }: Question,
  found: number,
): boolean {
  const [only = ''] = words;
  if (words.length === 1 && /^\d+$/.test(only)) return entry.status.includes(Number(only));
  return found === telling.length;
}

/** The answers of the call itself come before those of companion calls and of other products. */
function placeOf({ concerns }: CatalogEntry): number {
  return concerns === 'this call' ? 2 : concerns === 'companion call' ? 1 : 0;
}

function compareHits<Api extends SearchedApi>(left: Scored<Api>, right: Scored<Api>): number {
  return order.indexOf(left.fit) - order.indexOf(right.fit) || right.score - left.score;
}

/**
 * A bare number of a few digits is as likely an amount or a time, and one like 400 a status: it has to stand alone, or
 * beside words that the entry knows, too.
 */
function hasCode<Api extends SearchedApi>(
  { code }: IndexedEntry<Api>,
  { named, bare, words }: Question,
  hasAll: boolean,
): boolean {
  if (code === null) return false;
  if (named.has(code)) return true;
  if (!bare.includes(code)) return false;
  const isVague = code.length < 3 || /^[1-5]0\d$/.test(code);
  return words.length === 1 || hasAll || !isVague;
}

/** `231` for `0231`: a spreadsheet may have eaten the zeros. */
function hasOtherZeros<Api extends SearchedApi>(
  { code }: IndexedEntry<Api>,
  { named, bare, words }: Question,
): boolean {
  const plain = code?.replace(/^0+(?=\d)/, '');
  const asked = [...named, ...(words.length === 1 ? bare : [])];
  return plain !== undefined && asked.some((one) => one.replace(/^0+(?=\d)/, '') === plain);
}

/** The provider's words stand in the text as a whole, gaps filled; or the text is a piece of them. */
function hasMessage<Api extends SearchedApi>({ message }: IndexedEntry<Api>, question: Question): boolean {
  if (message.length === 0) return false;
  const { text, words } = question;
  // The last word may still be being typed; a single one says too little.
  if (text.trim().includes(' ') && message.some((piece) => piece.includes(text.trimEnd()))) return true;
  const isPlainWord = message.length === 1 && (message[0] ?? '').trim().length < 10;
  if (isPlainWord && words.length > 3) return false;
  return standInOrder(message, text);
}

function standInOrder(pieces: readonly string[], text: string): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at === -1) return false;
    // The blank behind a piece may be the one before the next.
    from = at + piece.length - 1;
  }
  return true;
}

/** How much of the documented words stands in the text, by how much each word tells: 0 to 1. */
function wordShare<Api extends SearchedApi>(
  { messageWords }: IndexedEntry<Api>,
  { text }: Question,
  rarity: (word: string) => number,
): number {
  const weigh = (words: readonly string[]): number => words.reduce((sum, word) => sum + rarity(word), 0);
  const own = [...messageWords];
  const all = weigh(own);
  return all === 0 ? 0 : weigh(own.filter((word) => text.includes(` ${word} `))) / all;
}

/** A sentence that somebody shortened, or quoted with a word less. */
function isMostOfMessage<Api extends SearchedApi>(
  { messageWords }: IndexedEntry<Api>,
  { text }: Question,
  share: number,
): boolean {
  return share >= 0.7 && [...messageWords].filter((word) => text.includes(` ${word} `)).length >= 4;
}

/** How much a word says about an entry; 0 where it does not stand there. A number is not found by its beginning. */
function weightOf<Api extends SearchedApi>({ words }: IndexedEntry<Api>, word: string): number {
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  if (/\d/.test(word) || word.length < 3) return 0;
  const start = word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
  for (const [own, weight] of words) if (own.startsWith(start)) return weight / 2;
  return 0;
}
