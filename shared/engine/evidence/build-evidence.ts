import type { ApiDefinition } from '../../definition/api-definition.ts';
import type { CatalogEntry } from '../../definition/catalog-entry.ts';
import {
  type EvidenceBundle,
  type EvidenceCatalogEntry,
  type EvidenceEvent,
  evidenceFormat,
  type EvidenceRefund,
  type EvidenceTimeline,
  type RemovedFromEvidence,
  removalKinds,
  type Titled,
} from '../../model/evidence.ts';
import type { ExchangeSummary, HistoryEntry } from '../../model/exchange.ts';
import type { JournalEntry } from '../../model/journal.ts';
import { problemText } from '../../model/problem.ts';
import type { Timeline } from '../../model/timeline.ts';
import { createRedactor, type NamedSecret } from '../redact.ts';
import { resendSentences } from '../resend-sentences.ts';
import { canonicalEvidence } from './canonical-evidence.ts';
import { type EvidenceContent, mapEvidenceTexts, type UnhashedExchange } from './evidence-content.ts';
import { hashParts, type Hashing } from './evidence-parts.ts';
import { countOf, createRemover, type Removal, removalMark } from './remove-texts.ts';

/** An exchange that goes into a bundle, with what else is known of it. */
export type EvidenceSource = {
  readonly entry: HistoryEntry;
  readonly refunds: readonly JournalEntry[];
  /** Of its transactions. */
  readonly timeline: Timeline;
};

/** What a bundle is made of. */
export type EvidenceInput = {
  readonly sources: readonly EvidenceSource[];
  readonly apiOf: (id: string) => ApiDefinition | null;
  /** Secrets that are known now; one may have been added after the send. */
  readonly secrets: readonly NamedSecret[];
  /** Whether a name in `{{…}}` is that of a secret. */
  readonly isSecretName: (name: string) => boolean;
  readonly removals: readonly Removal[];
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: EvidenceBundle['madeBy'];
};

/** Puts a bundle together: redacted once more, what the user took out taken out, and every part hashed. */
export function buildEvidence(input: EvidenceInput, hashing: Hashing): EvidenceBundle {
  const redacted = redactedContent(input);
  const content = mapEvidenceTexts(redacted, createRemover(input.removals));
  const unhashed: Omit<EvidenceBundle, 'sha256'> = {
    format: evidenceFormat,
    madeAt: input.madeAt,
    madeBy: input.madeBy,
    exchanges: content.exchanges.map((exchange) => ({ ...exchange, parts: hashParts(exchange, hashing) })),
    timeline: content.timeline,
    removed: countRemoved(redacted, content, input.isSecretName),
  };
  return { ...unhashed, sha256: hashing.sha256(canonicalEvidence(unhashed)) };
}

/** What the bundle would say if the user took nothing out. */
export function redactedContent({ sources, apiOf, secrets }: EvidenceInput): EvidenceContent {
  const ordered = sources.toSorted((left, right) =>
    compareExchanges(left.entry.exchange, right.entry.exchange),
  );
  const content = {
    exchanges: ordered.map(({ entry, refunds }) =>
      toExchange(entry, refunds, apiOf(entry.exchange.draft.api)),
    ),
    timeline: mergeTimelines(
      ordered.map(({ timeline }) => timeline),
      apiOf,
    ),
  };
  return mapEvidenceTexts(content, createRedactor(secrets));
}

function toExchange(
  { exchange, annotation }: HistoryEntry,
  refunds: readonly JournalEntry[],
  api: ApiDefinition | null,
): UnhashedExchange {
  const { id, startedAt, environment, madeWith, draft, explanation } = exchange;
  const { login, main, openedBody, trace, generated, warnings } = exchange;
  const operation = api?.operations.find((candidate) => candidate.id === draft.operation);
  return {
    id,
    startedAt,
    environment: { name: environment.name, environmentClass: environment.environmentClass },
    madeWith,
    api: { id: draft.api, title: api?.title ?? draft.api },
    operation: { id: draft.operation, title: operation?.title ?? main?.title ?? draft.operation },
    template: draft.template === null ? null : titled(draft.template, api?.templates ?? []),
    explanation: explanation === null ? null : withoutEntries(explanation),
    catalog: catalogOf(explanation, api),
    warnings: warnings.map(problemText),
    login,
    main,
    openedBody,
    trace,
    generated,
    refunds: refunds.map(toRefund),
    annotation: { note: annotation.note, tags: annotation.tags, ticket: annotation.ticket },
  };
}

function titled(id: string, known: readonly Titled[]): Titled {
  return { id, title: known.find((candidate) => candidate.id === id)?.title ?? id };
}

type Explanation = NonNullable<HistoryEntry['exchange']['explanation']>;

function withoutEntries({
  entries: _entries,
  nearest: _nearest,
  ...rest
}: Explanation): Omit<Explanation, 'entries' | 'nearest'> {
  return rest;
}

function catalogOf(
  explanation: Explanation | null,
  api: ApiDefinition | null,
): readonly EvidenceCatalogEntry[] {
  const find = (ids: readonly string[], fit: EvidenceCatalogEntry['fit']): readonly EvidenceCatalogEntry[] =>
    ids.flatMap((id) => {
      const entry = api?.catalog.find((candidate) => candidate.id === id);
      return entry === undefined ? [] : [toCatalogEntry(entry, fit)];
    });
  return [...find(explanation?.entries ?? [], 'fits'), ...find(explanation?.nearest ?? [], 'comes near')];
}

function toCatalogEntry(entry: CatalogEntry, fit: EvidenceCatalogEntry['fit']): EvidenceCatalogEntry {
  const { id, code, message, title, verdict, meaning, remedy, resend, source } = entry;
  const { origin, title: sourceTitle, confidence } = source;
  return {
    id,
    fit,
    code,
    message,
    title,
    verdict,
    meaning,
    remedy,
    resend: resendSentences[resend],
    source: { origin, title: sourceTitle, confidence },
  };
}

function toRefund({ transaction, amount, refundId, state, decision }: JournalEntry): EvidenceRefund {
  return { transaction, amount, refundId, state, decision };
}

/** One line of time for all transactions; what several of them share stands there once. */
function mergeTimelines(timelines: readonly Timeline[], apiOf: EvidenceInput['apiOf']): EvidenceTimeline {
  const events = new Map<string, EvidenceEvent>();
  for (const { exchange, refunds } of timelines.flatMap((timeline) => timeline.events)) {
    const earlier = events.get(exchange.id)?.refunds ?? [];
    const known = new Set(earlier.map((refund) => JSON.stringify(refund)));
    const further = refunds.map(toRefund).filter((refund) => !known.has(JSON.stringify(refund)));
    events.set(exchange.id, toEvent(exchange, [...earlier, ...further], apiOf(exchange.api)));
  }
  return {
    transactions: [...new Set(timelines.flatMap(({ transactions }) => transactions))],
    events: [...events.values()].toSorted((left, right) =>
      compareExchanges({ ...left, id: left.exchangeId }, { ...right, id: right.exchangeId }),
    ),
  };
}

function toEvent(
  exchange: ExchangeSummary,
  refunds: readonly EvidenceRefund[],
  api: ApiDefinition | null,
): EvidenceEvent {
  const { id, startedAt, environmentName, environmentClass, status, verdict, headline } = exchange;
  const template = api?.templates.find((candidate) => candidate.id === exchange.template);
  return {
    exchangeId: id,
    startedAt,
    title: template?.title ?? api?.title ?? exchange.api,
    environment: { name: environmentName, environmentClass },
    status,
    verdict,
    headline,
    refunds,
  };
}

type Dated = { readonly id: string; readonly startedAt: string };

/** By time, then by number: the history counts up. */
function compareExchanges(left: Dated, right: Dated): number {
  if (left.startedAt !== right.startedAt) return left.startedAt < right.startedAt ? -1 : 1;
  return left.id.length - right.id.length || (left.id < right.id ? -1 : 1);
}

function countRemoved(
  before: EvidenceContent,
  after: EvidenceContent,
  isSecretName: (name: string) => boolean,
): RemovedFromEvidence {
  const [textBefore, textAfter] = [JSON.stringify(before), JSON.stringify(after)];
  const counts = new Map<string, number>();
  for (const [, name = ''] of textAfter.matchAll(/\{\{([\w.$-]+)\}\}/g)) {
    if (isSecretName(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    secrets: [...counts].map(([name, count]) => ({ name, count })),
    byUser: removalKinds.flatMap((kind) => {
      const mark = removalMark(kind);
      const count = countOf(textAfter, mark) - countOf(textBefore, mark);
      return count > 0 ? [{ kind, count }] : [];
    }),
  };
}
