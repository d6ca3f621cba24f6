import type { FacetName } from '../model/history-query.ts';
import type { Exchange, HistoryEntry, StepExchange } from '../model/exchange.ts';
import { type JournalEntry, standingOf } from '../model/journal.ts';
import { foldWords } from './fold-words.ts';
import { targetOf } from './target-of.ts';

/** What of an exchange can be found, and by what: the one answer for the index and for whoever checks it. */
export type SearchableText = {
  /** `name=value` for everything a filter may name, by `toFacet`. */
  readonly facets: readonly string[];
  /** Ids without signs that are neither letters nor digits; any part of one finds the exchange. */
  readonly ids: readonly string[];
  /** Words of the request, in order. */
  readonly request: readonly string[];
  /** Words of the answer and of what is said about it, in order. */
  readonly words: readonly string[];
};

/** How much of each text is searched: 16 Ki UTF-16 units. Longer ones are found by their beginning. */
const longestText = 16_384;
const longestFacet = 200;
const longestId = 64;
/** Enough for any batch a provider takes; an answer that lies must not fill the disk. */
const mostIds = 2000;

/** `refunds` are those of the exchange, with what was found out since. */
export function searchableText(entry: HistoryEntry, refunds: readonly JournalEntry[]): SearchableText {
  const { exchange, annotation } = entry;
  const { explanation, openedBody } = exchange;
  const step = mainStep(exchange);
  return {
    facets: facetsOf(entry, refunds),
    ids: idsOf(entry, refunds),
    request: wordsOf([step?.request.url, step?.request.body]),
    words: wordsOf([
      explanation?.headline,
      explanation?.meaning,
      explanation?.codes.join(' '),
      annotation.note,
      annotation.tags.join(' '),
      annotation.ticket,
      step?.title,
      exchange.environment.name,
      ...answerTexts(step),
      openedBody,
    ]),
  };
}

/** A facet as text. Values are compared without case, and by their first 200 characters. */
export function toFacet(name: FacetName | 'target', value: string): string {
  return `${name}=${value.toLowerCase().slice(0, longestFacet)}`;
}

/** An id, or a part of one, as a search compares it. */
export function foldId(id: string): string {
  return foldWords(id).join('').slice(0, longestId);
}

/** The step that lists show: the request of the draft, or the login that failed before it. */
export function mainStep({ main, login }: Pick<Exchange, 'main' | 'login'>): StepExchange | null {
  return main ?? login.at(-1) ?? null;
}

function facetsOf(
  { exchange, annotation }: HistoryEntry,
  refunds: readonly JournalEntry[],
): readonly string[] {
  const { draft, environment, explanation, main } = exchange;
  const outcome = mainStep(exchange)?.outcome ?? null;
  const status = outcome?.kind === 'response' ? String(outcome.status) : null;
  const target =
    refunds[0]?.target ?? (main === null ? null : targetOf(environment.environmentClass, main.request.url));
  const facets: readonly (readonly [FacetName | 'target', readonly (string | null)[]])[] = [
    ['api', [draft.api]],
    ['env', [environment.id, environment.name]],
    ['class', [environment.environmentClass]],
    ['verdict', [explanation?.verdict ?? 'unknown']],
    ['code', [...(explanation?.codes ?? []), ...(explanation?.entries ?? [])]],
    ['status', status === null ? [] : [status, `${status.slice(0, 1)}xx`]],
    ['template', [draft.template]],
    ['tag', annotation.tags],
    ['ticket', [annotation.ticket === '' ? null : annotation.ticket]],
    ['transaction', refunds.map(({ transaction }) => transaction)],
    ['refund', refunds.map(({ refundId }) => refundId)],
    ['fingerprint', refunds.map(({ fingerprint }) => fingerprint)],
    ['is', [annotation.pinned ? 'pinned' : null, annotation.note === '' ? null : 'noted']],
    ['is', [refunds.some(isUnresolved) ? 'unresolved' : null]],
    ['target', [target]],
  ];
  const texts = facets.flatMap(([name, values]) =>
    values.flatMap((value) => (value === null ? [] : [toFacet(name, value)])),
  );
  return [...new Set(texts)];
}

function isUnresolved(refund: JournalEntry): boolean {
  const standing = standingOf(refund);
  return refund.decision === null && (standing === 'open' || standing === 'unknown');
}

function idsOf({ exchange, annotation }: HistoryEntry, refunds: readonly JournalEntry[]): readonly string[] {
  const items = exchange.explanation?.items ?? [];
  const ids = [
    ...refunds.flatMap(({ transaction, refundId }) => [transaction, refundId]),
    ...(exchange.explanation?.identifiers ?? []).map(([, value]) => value),
    ...items.flatMap(({ asked, refundId }) => [asked, refundId]),
    annotation.ticket,
  ];
  const folded = ids.slice(0, mostIds).flatMap((id) => (id === null ? [] : [foldId(id)]));
  return [...new Set(folded)].filter((id) => id !== '');
}

function answerTexts(step: StepExchange | null): readonly string[] {
  const outcome = step?.outcome ?? null;
  if (outcome === null) return [];
  return outcome.kind === 'response' ? [outcome.body.text] : [outcome.code, outcome.message];
}

function wordsOf(texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.flatMap((text) => foldWords((text ?? '').slice(0, longestText)));
}
