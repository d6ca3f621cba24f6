import type { EvidenceBundle, EvidenceExchange } from '../model/evidence.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PastedCall, PastedCalls } from '../model/pasted.ts';

/** The calls of an evidence bundle, without its logins. Its hashes were not checked, and that is told. */
export function callsOfEvidence({ exchanges }: EvidenceBundle): PastedCalls {
  const calls = exchanges.flatMap((exchange) => toCall(exchange) ?? []);
  const left = exchanges.length - calls.length;
  return {
    calls,
    remarks: [
      'The hashes of the evidence were not checked here; evidence verify does that.',
      ...(left === 0
        ? []
        : [`${left} of ${exchanges.length} exchanges ended with their login; nothing else was sent.`]),
    ],
  };
}

function toCall({ main, startedAt, openedBody }: EvidenceExchange): PastedCall | null {
  if (main === null) return null;
  return { request: main.request, outcome: opened(main.outcome, openedBody), startedAt, remarks: [] };
}

/** What an encrypted answer says is what can be explained. */
function opened(outcome: Outcome | null, text: string | null): Outcome | null {
  if (outcome?.kind !== 'response' || text === null) return outcome;
  return { ...outcome, body: { ...outcome.body, text } };
}
