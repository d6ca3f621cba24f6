import { lookUpRefunds } from '../../shared/engine/look-up-refunds.ts';
import { targetOf } from '../../shared/engine/target-of.ts';
import type { Exchange, StepExchange } from '../../shared/model/exchange.ts';
import type { OpenDraft } from './open-draft.ts';
import type { Ports } from './ports.ts';

/** Keeps in the journal what the answer to a status call proves of earlier refunds. */
export function applyLookUps(
  open: OpenDraft,
  { id }: Exchange,
  main: StepExchange | null,
  { history, clock }: Ports,
): void {
  const { api, operation, environment } = open;
  if (main === null || main.outcome === null || operation.movesMoney) return;
  const { request, outcome } = main;
  const at = new Date(clock.now()).toISOString();
  const place = { api: api.id, target: targetOf(environment.environmentClass, request.url) };
  for (const lookUp of lookUpRefunds(api, outcome, { operation: operation.id, request })) {
    history.resolve(place, lookUp, { state: lookUp.state, at, by: 'look-up', note: `History ${id}` });
  }
}
