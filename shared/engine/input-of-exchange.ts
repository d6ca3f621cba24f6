import type { Exchange } from '../model/exchange.ts';
import type { RequestDraft } from '../model/request-draft.ts';

/**
 * What a stored exchange was made of: its draft, its own environment and the values that were generated for it, so that
 * it can be written out once more as it went out. Values given for that one send alone are not kept.
 */
export function inputOfExchange({ draft, environment, generated }: Exchange): {
  readonly draft: RequestDraft;
  readonly environmentId: string;
  readonly overrides: Readonly<Record<string, string>>;
} {
  return { draft, environmentId: environment.id, overrides: Object.fromEntries(generated) };
}
