import { parseBody } from '../../shared/formats/body.ts';
import type { Exchange, StepExchange } from '../../shared/model/exchange.ts';
import { targetOf } from './claim-refunds.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';

/** Keeps in the journal what the answer to a status call proves of earlier refunds. */
export function applyLookUps(
  open: OpenDraft,
  { id }: Exchange,
  main: Pick<StepExchange, 'request' | 'outcome'> | null,
  { history, clock }: Ports,
): void {
  const { api, operation } = open;
  const outcome = main?.outcome ?? null;
  if (main === null || operation.movesMoney || outcome?.kind !== 'response' || outcome.body.truncated) return;
  const body = parseBody(outcome.body.text);
  if (body.kind !== 'json' && body.kind !== 'xml') return;
  const { status, headers } = outcome;
  const answer = { status, headers, body, operation: operation.id, request: main.request };
  const at = new Date(clock.now()).toISOString();
  const place = { api: api.id, target: targetOf(open, main.request) };
  for (const lookUp of api.readLookUps(answer)) {
    history.resolve(place, lookUp, { state: lookUp.state, at, by: 'look-up', note: `History ${id}` });
  }
}
