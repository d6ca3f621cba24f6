import { parseAmount } from '../model/amount.ts';
import { type AmountRange, type FacetName, facetNames, type HistoryQuery } from '../model/history-query.ts';
import type { Problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { type QueryWord, splitQuery } from './split-query.ts';

/** What the words of a query may refer to. */
export type QueryContext = {
  /** Ids of the APIs. */
  readonly apis: readonly string[];
  /** Beginning of a day of the user's calendar, as ISO 8601 in UTC; `null` where there is no such day. */
  readonly dayStart: (year: number, month: number, day: number) => string | null;
  /** Today in the user's calendar. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number };
};

/** Filters that take one of a few values. */
export const facetChoices: Readonly<Partial<Record<FacetName, readonly string[]>>> = {
  class: ['sandbox', 'test', 'production'],
  verdict: ['accepted', 'pending', 'refused', 'unknown'],
  is: ['pinned', 'unresolved', 'noted'],
};

const timeKeys = ['after', 'before', 'on'] as const;

/** The names that may stand before a colon. */
export const filterNames: readonly string[] = [...facetNames, ...timeKeys, 'amount'];

/** Reads a query as typed: `api:payu verdict:refused 214 after:2026-11-01`. Values with blanks stand in quotes. */
export function parseHistoryQuery(text: string, context: QueryContext): Result<HistoryQuery, Problem> {
  const terms: string[] = [];
  const facets: Partial<Record<FacetName, string[]>> = {};
  const amounts: AmountRange[] = [];
  let after: string | null = null;
  let before: string | null = null;
  for (const word of splitQuery(text)) {
    const { key, value } = word;
    if (key === null || (!filterNames.includes(key) && !looksLikeFilter(word))) {
      const term = key === null ? value : `${key}:${value}`;
      if (/[\p{L}\p{N}]/u.test(term)) terms.push(term);
    } else if (key === 'amount') {
      const range = parseRange(value);
      if (range === null)
        return fail(badValue(key, value, 'an amount, as amount:23.12, amount:>=100 or amount:10..50'));
      amounts.push(range);
    } else if (isTimeKey(key)) {
      const day = parseDay(value, context);
      if (day === null)
        return fail(badValue(key, value, `a day, as ${key}:2026-11-01, ${key}:today or ${key}:7d`));
      if (key !== 'before') after = latest(after, day.start);
      if (key !== 'after') before = earliest(before, key === 'on' ? day.end : day.start);
    } else if (isFacetName(key)) {
      const fault = checkFacet(key, value, context);
      if (fault !== null) return fail(badValue(key, value, fault));
      facets[key] = [...(facets[key] ?? []), value.toLowerCase()];
    } else {
      return fail({
        code: 'bad-input',
        message: `There is no filter "${key}".`,
        remedy: `Filters are ${filterNames.join(', ')}; put the words in quotes to search for them as text.`,
      });
    }
  }
  return ok({ terms, facets, after, before, amounts });
}

/** `https://…` and `Error: …` are text; `verdct:refused` is a slip that must not find nothing in silence. */
function looksLikeFilter({ key, value, quoted }: QueryWord): boolean {
  return key !== null && !quoted && value !== '' && !value.startsWith('//');
}

function isFacetName(key: string): key is FacetName {
  return facetNames.some((name) => name === key);
}

function isTimeKey(key: string): key is (typeof timeKeys)[number] {
  return timeKeys.some((name) => name === key);
}

/** What the value should be, where it cannot be that. */
function checkFacet(key: FacetName, value: string, { apis }: QueryContext): string | null {
  const allowed = key === 'api' ? apis : facetChoices[key];
  if (allowed !== undefined)
    return allowed.includes(value.toLowerCase()) ? null : `one of ${allowed.join(', ')}`;
  if (key === 'status')
    return /^(?:[1-5]\d\d|[1-5]xx)$/i.test(value) ? null : 'an HTTP status, as 404 or 4xx';
  return value === '' ? 'a text' : null;
}

/** `23.12`, `>100`, `>=100`, `<5`, `<=5`, `10..50`, `10..`, `..50`. */
function parseRange(text: string): AmountRange | null {
  const compared = /^(>=|>|<=|<)(.+)$/.exec(text);
  const spanned = /^(.*?)\.\.(.*)$/.exec(text);
  const [from, to, isOpen] =
    compared !== null
      ? [
          compared[1]?.startsWith('>') === true ? (compared[2] ?? '') : null,
          compared[1]?.startsWith('<') === true ? (compared[2] ?? '') : null,
          compared[1]?.length === 1,
        ]
      : spanned !== null
        ? [spanned[1] || null, spanned[2] || null, false]
        : [text, text, false];
  if (from === null && to === null) return null;
  if (![from, to].every((end) => end === null || parseAmount(end).ok)) return null;
  return { from, to, includesFrom: !isOpen, includesTo: !isOpen };
}

/** `2026-11-01`, `today`, `yesterday`, `7d` (seven days ago). */
function parseDay(
  text: string,
  { dayStart, today }: QueryContext,
): { readonly start: string; readonly end: string } | null {
  const { year, month, day } = today;
  const [, y, m, d] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? [];
  const ago = { today: '0', yesterday: '1' }[text.toLowerCase()] ?? /^(\d{1,5})d$/i.exec(text)?.[1];
  const [givenYear, givenMonth, givenDay] =
    ago === undefined ? [Number(y), Number(m), Number(d)] : [year, month, day - Number(ago)];
  if (ago === undefined && y === undefined) return null;
  const start = dayStart(givenYear, givenMonth, givenDay);
  const end = dayStart(givenYear, givenMonth, givenDay + 1);
  const isRealDay = ago !== undefined || isCalendarDay(givenYear, givenMonth, givenDay);
  return start === null || end === null || !isRealDay ? null : { start, end };
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/** ISO texts in UTC sort as the times they are. */
function latest(left: string | null, right: string): string {
  return left === null || right > left ? right : left;
}

function earliest(left: string | null, right: string): string {
  return left === null || right < left ? right : left;
}

function badValue(key: string, value: string, wanted: string): Problem {
  return {
    code: 'bad-input',
    message: value === '' ? `The filter ${key}: has no value.` : `${key}:${value} is not ${wanted}.`,
    remedy: `Write ${wanted.startsWith('one of') ? 'one of these' : wanted}, or put the words in quotes to search for them as text.`,
  };
}
