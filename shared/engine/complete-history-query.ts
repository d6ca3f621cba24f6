import { formatFilter } from './edit-history-query.ts';
import { filterNames } from './parse-history-query.ts';
import { splitQuery } from './split-query.ts';

/** A value that a filter may have, with what it means. */
export type KnownValue = { readonly value: string; readonly detail: string };

/** Known values by the name of their filter, likeliest first. */
export type KnownValues = Readonly<Record<string, readonly KnownValue[]>>;

/** What may stand at the caret instead of the word there. */
export type Completion = {
  readonly text: string;
  readonly detail: string;
  /** The query with it, and where the caret stands then. */
  readonly query: string;
  readonly caret: number;
};

/** As many as can be taken in at a glance. */
const most = 8;

/** What each filter asks for, in few words. */
const filterDetails: Readonly<Record<string, string>> = {
  api: 'refund API',
  env: 'environment, by name or id',
  class: 'sandbox, test or production',
  verdict: 'accepted, pending, refused, unknown',
  code: 'code of the provider',
  status: 'HTTP status, as 404 or 4xx',
  template: 'request template',
  tag: 'your tag',
  ticket: 'number of a ticket',
  transaction: 'whole id of a transaction',
  refund: 'whole id of a refund',
  fingerprint: 'same money at the same provider',
  is: 'pinned, unresolved, noted',
  after: 'from this day on',
  before: 'until the day before this',
  on: 'on this day',
  amount: '23.12, >=100, 10..50',
};

/** Days that need no calendar. */
const days: readonly KnownValue[] = [
  { value: 'today', detail: '' },
  { value: 'yesterday', detail: '' },
  { value: '7d', detail: 'seven days ago' },
  { value: '30d', detail: 'thirty days ago' },
];

/** Names of filters, or known values of the one at the caret, that go on with what is typed before the caret. */
export function completeHistoryQuery(text: string, caret: number, known: KnownValues): readonly Completion[] {
  const word = splitQuery(text).find(({ start, end }) => start <= caret && caret <= end);
  const start = word?.start ?? caret;
  const end = word?.end ?? caret;
  const typed = text.slice(start, caret).toLowerCase();
  const colon = typed.indexOf(':');
  if (word?.quoted === true && colon === -1) return [];
  const offers =
    colon === -1
      ? filterNames.map((name) => ({ text: `${name}:`, detail: filterDetails[name] ?? '' }))
      : valuesOf(typed.slice(0, colon), known).map(({ value, detail }) => ({
          text: formatFilter({ key: typed.slice(0, colon), value }),
          detail,
        }));
  const begin = typed.replaceAll('"', '');
  return offers
    .filter((offer) => {
      const plain = offer.text.toLowerCase().replaceAll('"', '');
      return plain.startsWith(begin) && plain !== begin;
    })
    .slice(0, most)
    .map((offer) => insert(text, start, end, offer));
}

function valuesOf(key: string, known: KnownValues): readonly KnownValue[] {
  return ['after', 'before', 'on'].includes(key) ? days : (known[key] ?? []);
}

/** A finished value is followed by a blank; the name of a filter by its value. */
function insert(
  text: string,
  start: number,
  end: number,
  offer: Pick<Completion, 'text' | 'detail'>,
): Completion {
  const isFinished = !offer.text.endsWith(':');
  const rest = text.slice(end).trimStart();
  const head = text.slice(0, start) + offer.text + (isFinished || rest !== '' ? ' ' : '');
  return { ...offer, query: head + rest, caret: isFinished ? head.length : start + offer.text.length };
}
