import type { ApiDefinition } from '../definition/api-definition.ts';
import { parseBody } from '../formats/body.ts';
import type { Outcome } from '../model/outcome.ts';
import type { LookUp } from '../model/refund.ts';
import type { AskedFor } from './explain-outcome.ts';

/** What the outcome of a status call proves of refunds; an answer that is cut off or cannot be read proves nothing. */
export function lookUpRefunds(api: ApiDefinition, outcome: Outcome, asked: AskedFor): readonly LookUp[] {
  if (outcome.kind !== 'response' || outcome.body.truncated) return [];
  const body = parseBody(outcome.body.text);
  if (body.kind !== 'json' && body.kind !== 'xml') return [];
  return api.readLookUps({ status: outcome.status, headers: outcome.headers, body, ...asked });
}
