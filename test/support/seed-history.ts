import { createSqliteHistoryStore } from '../../electron/adapters/sqlite-history-store.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { RefundState } from '../../shared/model/refund.ts';
import type { RequestDraft } from '../../shared/model/request-draft.ts';
import type { Verdict } from '../../shared/model/verdict.ts';
import { nothingRead } from '../../shared/model/explanation.ts';
import { valueOf } from './value-of.ts';

/** What a test wants to have been sent. */
export type Seed = {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly verdict: Verdict;
  readonly headline: string;
  readonly status: number;
  /** The provider's code in the answer. */
  readonly code?: string;
  /** Of the refund; a call without one only asks. */
  readonly transaction?: string;
  /** What a call that only asks is about. */
  readonly about?: string;
  readonly amount?: string;
  readonly annotation?: Annotation;
  readonly draft?: Partial<RequestDraft>;
};

const origin = 'http://127.0.0.1:9';

const states: Record<Verdict, RefundState> = {
  accepted: 'accepted',
  pending: 'pending',
  refused: 'refused',
  unknown: 'unknown',
};

/** Writes exchanges into the history of a data folder, as sends would have; gives their ids. */
export function seedHistory(dataDirectory: string, seeds: readonly Seed[]): readonly string[] {
  const store = createSqliteHistoryStore(dataDirectory);
  try {
    return seeds.map((seed) => {
      const exchange = exchangeOf(seed);
      const refunds = refundsOf(seed, exchange.draft.api);
      const id = valueOf(store.begin({ ...exchange, explanation: null }, { refunds, guard: () => [] }));
      const settled = refunds.map(() => states[seed.verdict]);
      valueOf(store.settle({ ...exchange, id }, settled));
      if (seed.annotation !== undefined) valueOf(store.annotate(id, seed.annotation));
      return id;
    });
  } finally {
    store.close();
  }
}

function refundsOf({ transaction, amount: given }: Seed, api: string): readonly JournalRefund[] {
  const amount = given ?? null;
  if (transaction === undefined) return [];
  const fingerprint = `${transaction} ${amount}`;
  return [{ transaction, amount, refundId: null, fingerprint, api, target: origin }];
}

function exchangeOf(seed: Seed): Omit<Exchange, 'id'> {
  const { startedAt, verdict, headline, status, transaction, about, amount } = seed;
  const body = `{"id":"${transaction ?? about ?? ''}","amount":"${amount ?? ''}"}`;
  const headers = [['Content-Type', 'application/json']] as const;
  const answer = `{"said":"${headline}"}`;
  return {
    startedAt,
    environment: { id: 'staging', name: 'Staging', environmentClass: 'test' },
    madeWith: { workbench: '0.1.0', template: null },
    draft: {
      api: 'payu',
      template: 'refund',
      operation: 'refund',
      method: 'POST',
      url: `${origin}/partner/refunds`,
      headers,
      body: { kind: 'text', language: 'json', text: body },
      ...seed.draft,
    },
    login: [],
    main: {
      step: 'refund',
      title: 'Refund',
      request: { method: 'POST', url: `${origin}/partner/refunds`, headers, body },
      outcome: {
        kind: 'response',
        status,
        statusText: '',
        headers,
        body: {
          text: answer,
          bytes: Buffer.byteLength(answer),
          charset: 'utf-8',
          base64: null,
          truncated: false,
        },
        timings: { blocked: 0, dns: 0, connect: 1, ssl: null, send: 0, wait: 2, receive: 1, total: 4 },
      },
    },
    trace: null,
    generated: [],
    openedBody: null,
    warnings: [],
    explanation: {
      ...nothingRead,
      verdict,
      headline,
      meaning: 'Invented for a test.',
      remedy: 'Nothing.',
      resend: 'No.',
      codes: seed.code === undefined ? [] : [seed.code],
    },
  };
}
