import { parseBody } from '../../shared/formats/body.ts';
import type { Exchange, StepExchange } from '../../shared/model/exchange.ts';
import { targetOf } from './claim-refunds.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';

/** Keeps in the journal what the answer to a status call proves of an earlier refund. Gives how many it settled. */
export function applyLookUp(
  open: OpenDraft,
  { id }: Exchange,
  main: Pick<StepExchange, 'request' | 'outcome'> | null,
  { history, clock }: Ports,
): number {
  const { api, operation } = open;
  const outcome = main?.outcome ?? null;
  if (main === null || operation.movesMoney || outcome?.kind !== 'response' || outcome.body.truncated)
    return 0;
  const body = parseBody(outcome.body.text);
  if (body.kind !== 'json' && body.kind !== 'xml') return 0;
  const { status, headers } = outcome;
  const found = api.readLookUp({ status, headers, body, operation: operation.id, request: main.request });
  if (found === null) return 0;
  const { transaction, refundId, state } = found;
  const at = new Date(clock.now()).toISOString();
  const decided = history.resolve(
    { api: api.id, target: targetOf(open, main.request), transaction, refundId },
    { state, at, by: 'look-up', note: `History ${id}` },
  );
  return decided.ok ? decided.value : 0;
}
