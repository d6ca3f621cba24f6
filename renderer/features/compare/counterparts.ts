import type { DocumentedExample } from '../../../shared/definition/documented-example.ts';
import type { ComparedWith } from '../../../shared/model/comparison.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { exchangeTitle } from '../history-list/exchange-title.ts';
import { formatMoment } from '../words.ts';

/** Something an exchange can be compared with. */
export type Counterpart = {
  /** Unique among all of them. */
  readonly key: string;
  readonly title: string;
  /** When and where it was sent, or where it is printed. */
  readonly detail: string;
  /** The HTTP status, as far as there is one. */
  readonly status: string;
  readonly with: ComparedWith;
};

/** Counterparts of one kind, under their heading. */
export type CounterpartGroup = { readonly title: string; readonly counterparts: readonly Counterpart[] };

/** An exchange of the history as a counterpart. */
export function exchangeCounterpart(entry: ExchangeSummary): Counterpart {
  const { id, startedAt, environmentName, status, headline } = entry;
  return {
    key: `exchange ${id}`,
    title: exchangeTitle(entry),
    detail: `${formatMoment(startedAt)} · ${environmentName} · ${headline}`,
    status: status === null ? '—' : String(status),
    with: { kind: 'exchange', id },
  };
}

/** A documented sample as a counterpart. */
export function sampleCounterpart({ id, title, kind, status, source }: DocumentedExample): Counterpart {
  return {
    key: `documented ${id}`,
    title,
    detail: `${kind === 'request' ? 'Request printed in' : 'Answer printed in'} ${source.title}`,
    status: status === null ? '—' : String(status),
    with: { kind: 'documented', example: id },
  };
}

/** Whether every word of a query stands somewhere in a counterpart. */
export function matchesWords({ title, detail, status }: Counterpart, query: string): boolean {
  const text = `${title} ${detail} ${status}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
