import { fingerprintRefund } from '../../shared/engine/fingerprint-refund.ts';
import { targetOf } from '../../shared/engine/target-of.ts';
import type { Exchange } from '../../shared/model/exchange.ts';
import type { ItemExplanation } from '../../shared/model/explanation.ts';
import type { JournalRefund } from '../../shared/model/journal.ts';
import type { RefundState } from '../../shared/model/refund.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { OpenDraft } from './open-draft.ts';

/** The refunds that a request asks for, as the journal keeps them; none for a call that only asks. */
export function claimRefunds(open: OpenDraft, request: RequestParts): readonly JournalRefund[] {
  const { api, operation, environment } = open;
  if (!operation.movesMoney) return [];
  const target = targetOf(environment.environmentClass, request.url);
  return api.readRefunds(operation.id, request).map((refund) => ({
    ...refund,
    api: api.id,
    target,
    fingerprint: fingerprintRefund({ api: api.id, target, refund }),
  }));
}

/** What an exchange says of each of its refunds; an answer to a batch may judge them one by one. */
export function refundStates(
  refunds: readonly Pick<JournalRefund, 'transaction'>[],
  { main, explanation }: Pick<Exchange, 'main' | 'explanation'>,
): readonly RefundState[] {
  const outcome = main?.outcome ?? null;
  const left = main !== null && !(outcome?.kind === 'transport-failure' && !outcome.requestLeft);
  if (!left) return refunds.map(() => 'not-sent');
  const hasItems = (explanation?.items ?? []).length > 0;
  return itemsOfRefunds(refunds, explanation).map(
    (item) => item?.verdict ?? (hasItems ? 'unknown' : (explanation?.verdict ?? 'open')),
  );
}

/** The item of an answer that each refund is tied to: by its id where that is the only one, else by its place. */
export function itemsOfRefunds(
  refunds: readonly Pick<JournalRefund, 'transaction'>[],
  explanation: Exchange['explanation'],
): readonly (ItemExplanation | null)[] {
  const items = explanation?.items ?? [];
  return refunds.map(({ transaction }, index) => {
    const named = items.filter(({ asked }) => asked === transaction);
    const item = named.length === 1 ? named[0] : items.length === refunds.length ? items[index] : undefined;
    return item ?? null;
  });
}
