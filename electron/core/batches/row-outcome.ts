import type { ApiDefinition } from '../../../shared/definition/api-definition.ts';
import type { BatchRowState } from '../../../shared/model/batch.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { standingOf } from '../../../shared/model/journal.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { RefundState } from '../../../shared/model/refund.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { SettledRow, StoredBatchRow } from '../../../shared/ports/batch-store.ts';
import type { itemsOfRefunds } from '../claim-refunds.ts';
import type { Ports } from '../ports.ts';

/** What an exchange says of one of its refunds. */
export type Answered = {
  readonly exchange: Exchange;
  readonly state: RefundState;
  /** Of its item in the answer; `null` where the answer has no items. */
  readonly item: ReturnType<typeof itemsOfRefunds>[number];
};

/** The line after a call, for one of its rows. */
export function settledRow(
  api: ApiDefinition,
  before: Pick<StoredBatchRow, 'row' | 'before' | 'exchangeId'>,
  answered: Answered,
  at: string,
): SettledRow {
  if (before.before === 'unknown') return repeatedRow(api, before, answered, at);
  const { exchange, item, state } = answered;
  const { explanation } = exchange;
  const ids = { row: before.row, exchangeId: exchange.id, state: toRowState(state), at };
  if (item !== null)
    return { ...ids, code: null, meaning: capitalised(item.detail), providerId: item.refundId };
  return {
    ...ids,
    code: explanation?.codes[0] ?? null,
    meaning: explanation?.headline ?? 'Its outcome was never recorded.',
    providerId: explanation?.identifiers[0]?.[1] ?? null,
  };
}

/** The same id again: where that proves nothing, the row stays with the exchange whose outcome is unknown. */
function repeatedRow(
  api: ApiDefinition,
  { row, exchangeId }: Pick<StoredBatchRow, 'row' | 'exchangeId'>,
  answered: Answered,
  at: string,
): SettledRow {
  const { exchange } = answered;
  const { codes = [], headline = 'no answer', identifiers = [] } = exchange.explanation ?? {};
  const state = judgeRepeat(api, answered);
  const said = { row, state, code: codes[0] ?? null, providerId: identifiers[0]?.[1] ?? null, at };
  return state === 'unknown'
    ? {
        ...said,
        exchangeId,
        meaning: `It was sent again with the same id, and the answer (history ${exchange.id}) does not tell about the first: ${headline}`,
      }
    : {
        ...said,
        exchangeId: exchange.id,
        meaning: `It was sent again with the same id, which proves it: ${headline}`,
      };
}

/** What a refund that was recorded and never settled is: it may have happened. */
export function toRowState(state: RefundState): Exclude<BatchRowState, 'ready' | 'sending' | 'invalid'> {
  return state === 'open' ? 'unknown' : state;
}

/**
 * The same id again, after an outcome that was lost: taken proves it, and so does a refusal because it is there already,
 * where the catalog says so. Any other answer proves nothing of the first.
 */
function judgeRepeat(api: ApiDefinition, { exchange, state }: Answered): 'accepted' | 'pending' | 'unknown' {
  if (state === 'accepted' || state === 'pending') return state;
  const { entries = [], equallyGood = 0 } = exchange.explanation ?? {};
  const entry = equallyGood > 1 ? undefined : api.catalog.find(({ id }) => id === entries[0]);
  return state === 'refused' && entry?.resend === 'not-needed' ? 'pending' : 'unknown';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Earlier sends of a refund, under the same id, of which it is not known what became. */
export function uncertainSends(
  { fingerprint, refundId }: Pick<StoredBatchRow, 'fingerprint' | 'refundId'>,
  { history }: Ports,
): Result<readonly string[], Problem> {
  const earlier = history.earlier(fingerprint === null ? [] : [fingerprint]);
  if (!earlier.ok) return earlier;
  const uncertain = earlier.value.filter((entry) => {
    const state = standingOf(entry);
    return entry.refundId === refundId && (state === 'open' || state === 'unknown');
  });
  return ok(uncertain.map(({ exchangeId }) => exchangeId));
}

/** Keeps in the history what a repeat proved of the sends whose outcome was unknown. */
export function keepProof(
  row: Pick<StoredBatchRow, 'fingerprint' | 'refundId'>,
  { state, exchangeId, at }: SettledRow,
  ports: Ports,
): void {
  if ((state !== 'accepted' && state !== 'pending') || at === null) return;
  const uncertain = uncertainSends(row, ports);
  for (const id of uncertain.ok ? uncertain.value : []) {
    const note = `History ${exchangeId ?? ''}`;
    if (id !== exchangeId) ports.history.decide(id, { state, at, by: 'look-up', note });
  }
}
